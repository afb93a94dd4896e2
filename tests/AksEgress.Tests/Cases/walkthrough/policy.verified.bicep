metadata description = 'The firewall policy with its rule collection groups.'

// The rules name the hosts of one cloud, wherever this is deployed from.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of the policy.')
param location string

@description('The public addresses of the firewall.')
param publicIpAddresses string[]

resource policy 'Microsoft.Network/firewallPolicies@2025-09-01' = {
  name: 'aks-egress-fwpolicy'
  location: location
  properties: {
    sku: {
      tier: 'Standard'
    }
    threatIntelMode: 'Alert'
    dnsSettings: {
      enableProxy: true
    }
  }
}

resource defaultDnatRuleCollectionGroup 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-09-01' = {
  parent: policy
  name: 'DefaultDnatRuleCollectionGroup'
  properties: {
    priority: 100
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyNatRuleCollection'
        name: 'publish'
        priority: 60000
        action: {
          type: 'DNAT'
        }
        rules: [
          {
            ruleType: 'NatRule'
            name: 'store-front-80'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '*'
            ]
            destinationAddresses: [
              publicIpAddresses[0]
            ]
            destinationPorts: [
              '80'
            ]
            translatedAddress: '10.42.3.10'
            translatedPort: '80'
          }
        ]
      }
    ]
  }
}

resource defaultNetworkRuleCollectionGroup 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-09-01' = {
  parent: policy
  name: 'DefaultNetworkRuleCollectionGroup'
  properties: {
    priority: 200
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'aksfwnr'
        priority: 100
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'apiudp'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            destinationAddresses: [
              'AzureCloud.eastus'
            ]
            destinationPorts: [
              '1194'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'apitcp'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            destinationAddresses: [
              'AzureCloud.eastus'
            ]
            destinationPorts: [
              '9000'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'time'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            destinationFqdns: [
              'ntp.ubuntu.com'
            ]
            destinationPorts: [
              '123'
            ]
          }
        ]
      }
    ]
  }
  dependsOn: [
    defaultDnatRuleCollectionGroup
  ]
}

resource defaultApplicationRuleCollectionGroup 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-09-01' = {
  parent: policy
  name: 'DefaultApplicationRuleCollectionGroup'
  properties: {
    priority: 300
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'aksfwar'
        priority: 100
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'ApplicationRule'
            name: 'fqdn'
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            fqdnTags: [
              'AzureKubernetesService'
            ]
          }
        ]
      }
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'allow-application'
        priority: 60000
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'ApplicationRule'
            name: 'aks-tag'
            description: 'Covers the hosts that Microsoft keeps for the core of AKS.'
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
              {
                protocolType: 'Http'
                port: 80
              }
            ]
            fqdnTags: [
              'AzureKubernetesService'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'aks-mcr-backend'
            description: 'Backend of Microsoft\'s container registry that the tag was seen to lack.'
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'mcrprod.azurecr.io'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ghcr-registry'
            description: 'Manifests and layers of images on ghcr.io.'
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'ghcr.io'
              'pkg-containers.githubusercontent.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'docker-hub-registry'
            description: 'Tokens, manifests and layers of images on Docker Hub.'
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'auth.docker.io'
              'registry-1.docker.io'
              'production.cloudflare.docker.com'
              'docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'docker-hub-redirect'
            description: 'Docker Hub\'s short name, which container runtimes do not contact themselves.'
            sourceAddresses: [
              '10.42.1.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'docker.io'
            ]
          }
        ]
      }
    ]
  }
  dependsOn: [
    defaultNetworkRuleCollectionGroup
  ]
}

@description('The resource id of the policy.')
output id string = policy.id

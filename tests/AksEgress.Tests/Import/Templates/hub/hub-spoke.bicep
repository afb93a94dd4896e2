// A hub with the firewall and a spoke with the cluster, in every form that templates have for subnets, routes and pools.
param location string = 'westeurope'
param prefix string
param nodeCount int = 3

var apiHosts = [
  'api.contoso.com'
  'login.contoso.com'
]

resource hub 'Microsoft.Network/virtualNetworks@2023-09-01' = {
  name: '${prefix}-hub'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/22'] }
    subnets: [
      { name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.0.0.0/26' } }
      { name: 'shared', properties: { addressPrefixes: ['10.0.1.0/24'] } }
    ]
  }
}

resource spoke 'Microsoft.Network/virtualNetworks@2023-09-01' = {
  name: '${prefix}-spoke'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    dhcpOptions: { dnsServers: [firewall.properties.ipConfigurations[0].properties.privateIPAddress] }
  }

  resource nodes 'subnets' = {
    name: 'nodes'
    properties: {
      addressPrefix: '10.1.0.0/22'
      routeTable: { id: routes.id }
      networkSecurityGroup: { id: nsg.id }
    }
  }
}

resource shared 'Microsoft.Network/virtualNetworks/subnets@2023-09-01' = {
  parent: spoke
  name: 'shared'
  properties: {
    addressPrefix: '10.1.8.0/24'
    natGateway: { id: nat.id }
    serviceEndpoints: [{ service: 'Microsoft.Storage' }]
  }
}

resource toSpoke 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2023-09-01' = {
  parent: hub
  name: 'to-spoke'
  properties: { remoteVirtualNetwork: { id: spoke.id }, allowVirtualNetworkAccess: true, allowForwardedTraffic: true }
}

resource toHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2023-09-01' = {
  parent: spoke
  name: 'to-hub'
  properties: { remoteVirtualNetwork: { id: hub.id }, allowVirtualNetworkAccess: true }
}

resource nsg 'Microsoft.Network/networkSecurityGroups@2023-09-01' = {
  name: '${prefix}-nsg'
  location: location
}

resource nat 'Microsoft.Network/natGateways@2023-09-01' = {
  name: '${prefix}-nat'
  location: location
  sku: { name: 'Standard' }
}

resource routes 'Microsoft.Network/routeTables@2023-09-01' = {
  name: '${prefix}-routes'
  location: location
  properties: {
    routes: [
      { name: 'default', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: firewall.properties.ipConfigurations[0].properties.privateIPAddress } }
    ]
  }

  resource drop 'routes' = {
    name: 'drop'
    properties: { addressPrefix: '192.168.0.0/16', nextHopType: 'None' }
  }
}

resource addresses 'Microsoft.Network/publicIPAddresses@2023-09-01' = [
  for i in range(0, 2): {
    name: i == 0 ? '${prefix}-pip' : '${prefix}-pip-${i + 1}'
    location: location
    sku: { name: 'Standard' }
    properties: { publicIPAllocationMethod: 'Static' }
  }
]

resource offices 'Microsoft.Network/ipGroups@2023-09-01' = {
  name: '${prefix}-offices'
  location: location
  properties: { ipAddresses: ['203.0.113.0/25', '198.51.100.7'] }
}

resource base 'Microsoft.Network/firewallPolicies@2023-09-01' = {
  name: '${prefix}-base'
  location: location
  properties: { sku: { tier: 'Standard' }, threatIntelMode: 'Deny', dnsSettings: { enableProxy: true } }

  resource deny 'ruleCollectionGroups' = {
    name: 'company'
    properties: {
      priority: 500
      ruleCollections: [
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'never'
          priority: 100
          action: { type: 'Deny' }
          rules: [{ ruleType: 'ApplicationRule', name: 'files', sourceAddresses: ['*'], targetFqdns: ['*.files.contoso.com'], protocols: [{ protocolType: 'Https', port: 443 }] }]
        }
      ]
    }
  }
}

resource policy 'Microsoft.Network/firewallPolicies@2023-09-01' = {
  name: '${prefix}-policy'
  location: location
  properties: { sku: { tier: 'Standard' }, basePolicy: { id: base.id } }

  resource own 'ruleCollectionGroups' = {
    name: 'team'
    properties: {
      priority: 100
      ruleCollections: [
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'hosts'
          priority: 200
          action: { type: 'Allow' }
          rules: [
            for host in apiHosts: {
              ruleType: 'ApplicationRule'
              name: split(host, '.')[0]
              sourceAddresses: ['10.1.0.0/22']
              targetFqdns: [host]
              protocols: [{ protocolType: 'Https', port: 443 }]
            }
          ]
        }
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'everything-below'
          priority: 300
          action: { type: 'Allow' }
          rules: [{ ruleType: 'ApplicationRule', name: 'contoso', sourceAddresses: ['*'], targetFqdns: ['*.contoso.com'], protocols: [{ protocolType: 'Https', port: 443 }] }]
        }
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'offices'
          priority: 100
          action: { type: 'Allow' }
          rules: [{ ruleType: 'NetworkRule', name: 'ssh', ipProtocols: ['TCP'], sourceAddresses: ['10.1.0.0/22'], destinationIpGroups: [offices.id], destinationPorts: ['22'] }]
        }
        {
          ruleCollectionType: 'FirewallPolicyNatRuleCollection'
          name: 'inbound'
          priority: 110
          action: { type: 'DNAT' }
          rules: [{ ruleType: 'NatRule', name: 'web', ipProtocols: ['TCP'], sourceAddresses: ['*'], destinationAddresses: [addresses[1].properties.ipAddress], destinationPorts: ['443'], translatedAddress: '10.1.1.10', translatedPort: '8443' }]
        }
      ]
    }
  }
}

resource firewall 'Microsoft.Network/azureFirewalls@2023-09-01' = {
  name: '${prefix}-fw'
  location: location
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Standard' }
    firewallPolicy: { id: policy.id }
    ipConfigurations: [
      for i in range(0, 2): {
        name: i == 0 ? 'config' : 'config-${i + 1}'
        properties: {
          subnet: i == 0 ? { id: resourceId('Microsoft.Network/virtualNetworks/subnets', hub.name, 'AzureFirewallSubnet') } : null
          publicIPAddress: { id: addresses[i].id }
        }
      }
    ]
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${prefix}-identity'
  location: location
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: spoke::nodes
  name: guid(spoke::nodes.id, 'network')
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4d97b98b-1d4f-4787-a291-c67834d212e7')
  }
}

resource cluster 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: '${prefix}-aks'
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    dnsPrefix: prefix
    agentPoolProfiles: [{ name: 'system', mode: 'System', count: nodeCount, vmSize: 'Standard_D4ds_v5', vnetSubnetID: spoke::nodes.id }]
    networkProfile: { networkPlugin: 'azure', networkPluginMode: 'overlay', outboundType: 'userDefinedRouting', podCidr: '10.244.0.0/16' }
    apiServerAccessProfile: { authorizedIPRanges: ['203.0.113.9', '${addresses[0].properties.ipAddress}/32', '${addresses[1].properties.ipAddress}/32'] }
  }

  resource user 'agentPools' = {
    name: 'user'
    properties: { mode: 'User', count: 2, enableAutoScaling: true, minCount: 1, maxCount: 4, vmSize: 'Standard_D8ds_v5', vnetSubnetID: spoke::nodes.id }
  }
}

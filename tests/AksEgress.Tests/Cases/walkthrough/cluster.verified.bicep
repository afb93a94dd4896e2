metadata description = 'The cluster.'

// Names and tags are what the topology says: a host in them is no endpoint that environment() could name.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of the cluster.')
param location string

@description('The resource id of the identity of the control plane.')
param identityId string

@description('The resource id of aks-subnet.')
param aksSubnetId string

@description('The public addresses of the firewall.')
param publicIpAddresses string[]

resource cluster 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: 'aks-egress'
  location: location
  sku: {
    name: 'Base'
    tier: 'Free'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    dnsPrefix: 'aks-egress'
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        type: 'VirtualMachineScaleSets'
        osType: 'Linux'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        maxPods: 250
        enableNodePublicIP: false
        vnetSubnetID: aksSubnetId
      }
    ]
    networkProfile: {
      outboundType: 'userDefinedRouting'
      loadBalancerSku: 'standard'
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkDataplane: 'cilium'
      networkPolicy: 'cilium'
      ipFamilies: [
        'IPv4'
      ]
      podCidr: '10.244.0.0/16'
      serviceCidr: '10.0.0.0/16'
      dnsServiceIP: '10.0.0.10'
    }
    apiServerAccessProfile: {
      authorizedIPRanges: map(publicIpAddresses, address => '${address}/32')
    }
  }
}

@description('The name of the cluster.')
output name string = cluster.name

@description('The resource id of the cluster.')
output id string = cluster.id

@description('The resource group that AKS keeps the nodes in.')
output nodeResourceGroup string = cluster.properties.nodeResourceGroup

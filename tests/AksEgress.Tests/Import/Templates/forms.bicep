// One network with everything, in as many forms as templates have.
param location string = 'westeurope'

var hosts = ['api.contoso.com', 'login.contoso.com']

resource vnet 'Microsoft.Network/virtualNetworks@2025-09-01' = {
  name: 'net'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.42.0.0/16'] }
    dhcpOptions: { dnsServers: ['10.42.2.4'] }
    subnets: [
      { name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.42.2.0/26' } }
    ]
  }

  resource nodes 'subnets' = {
    name: 'nodes'
    properties: { addressPrefix: '10.42.0.0/23', routeTable: { id: table.id }, serviceEndpoints: [{ service: 'Microsoft.Storage' }, { service: 'Microsoft.KeyVault' }] }
  }
}

resource other 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' = {
  parent: vnet
  name: 'other'
  properties: { addressPrefix: '10.42.8.0/24' }
}

resource table 'Microsoft.Network/routeTables@2025-09-01' = {
  name: 'table'
  location: location
  properties: {
    disableBgpRoutePropagation: false
    routes: [
      { name: 'default', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.42.2.4' } }
    ]
  }
}

resource monitor 'Microsoft.Network/routeTables/routes@2025-09-01' = {
  parent: table
  name: 'monitor'
  properties: { addressPrefix: 'AzureMonitor', nextHopType: 'Internet' }
}

resource prefix 'Microsoft.Network/publicIPPrefixes@2025-09-01' = {
  name: 'prefix'
  location: location
  sku: { name: 'Standard' }
  properties: { prefixLength: 31, publicIPAddressVersion: 'IPv4' }
}

resource addresses 'Microsoft.Network/publicIPAddresses@2025-09-01' = [
  for i in range(0, 2): {
    name: i == 0 ? 'pip' : 'pip-${i + 1}'
    location: location
    sku: { name: 'Standard' }
    properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4', publicIPPrefix: { id: prefix.id } }
  }
]

module rules 'forms-policy.bicep' = {
  name: 'rules'
  params: { location: location, hosts: hosts, address: addresses[0].properties.ipAddress }
}

resource firewall 'Microsoft.Network/azureFirewalls@2025-09-01' = {
  name: 'fw'
  location: location
  zones: ['1', '2']
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Premium' }
    firewallPolicy: { id: rules.outputs.id }
    ipConfigurations: [
      { name: 'config', properties: { subnet: { id: '${vnet.id}/subnets/AzureFirewallSubnet' }, publicIPAddress: { id: addresses[0].id } } }
      { name: 'config-2', properties: { publicIPAddress: { id: addresses[1].id } } }
    ]
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'identity'
  location: location
}

resource cluster 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: 'aks'
  location: location
  sku: { name: 'Base', tier: 'Standard' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    dnsPrefix: 'aks'
    kubernetesVersion: '1.35'
    agentPoolProfiles: [{ name: 'system', mode: 'System', osType: 'Linux', count: 2, vmSize: 'Standard_D4ds_v5', maxPods: 100, vnetSubnetID: vnet::nodes.id, availabilityZones: ['1', '2'] }]
    networkProfile: { networkPlugin: 'azure', networkPluginMode: 'overlay', networkPolicy: 'calico', networkDataplane: 'azure', outboundType: 'userDefinedRouting', podCidr: '10.100.0.0/16', serviceCidr: '10.101.0.0/16', dnsServiceIP: '10.101.0.10' }
    apiServerAccessProfile: { enablePrivateCluster: true }
  }
}

resource user 'Microsoft.ContainerService/managedClusters/agentPools@2026-05-01' = {
  parent: cluster
  name: 'user'
  properties: { mode: 'User', osType: 'Linux', count: 1, enableAutoScaling: true, minCount: 1, maxCount: 4, vmSize: 'Standard_D8ds_v5', maxPods: 60, vnetSubnetID: vnet::nodes.id }
}

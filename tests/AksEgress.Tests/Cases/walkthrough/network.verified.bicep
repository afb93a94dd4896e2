metadata description = 'The virtual network, the subnets whose routes do not need the firewall, and the public addresses of the firewall.'

// Names and tags are what the topology says: a host in them is no endpoint that environment() could name.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of the resources.')
param location string

@description('The number of public addresses of the firewall.')
var frontendCount = 20

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-09-01' = {
  name: 'aks-egress-vnet'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.42.0.0/16'
      ]
    }
    dhcpOptions: {
      dnsServers: [
        '10.42.2.4'
      ]
    }
  }
}

resource azureFirewallSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' = {
  parent: virtualNetwork
  name: 'AzureFirewallSubnet'
  properties: {
    addressPrefix: '10.42.2.0/24'
  }
}

resource publicIps 'Microsoft.Network/publicIPAddresses@2025-09-01' = [
  for i in range(0, frontendCount): {
    name: 'aks-egress-fwpublicip${i == 0 ? '' : '-${i + 1}'}'
    location: location
    sku: {
      name: 'Standard'
    }
    properties: {
      publicIPAllocationMethod: 'Static'
      publicIPAddressVersion: 'IPv4'
    }
  }
]

@description('The resource id of AzureFirewallSubnet.')
output azureFirewallSubnetId string = azureFirewallSubnet.id

@description('The resource ids of the public addresses of the firewall.')
output publicIpIds string[] = [for i in range(0, frontendCount): publicIps[i].id]

@description('The public addresses of the firewall.')
output publicIpAddresses string[] = [for i in range(0, frontendCount): publicIps[i].properties.ipAddress]

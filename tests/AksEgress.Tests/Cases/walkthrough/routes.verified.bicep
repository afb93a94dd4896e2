metadata description = 'The route tables that send outbound traffic to the firewall, and the subnets that use them.'

// Names and tags are what the topology says: a host in them is no endpoint that environment() could name.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of the route tables.')
param location string

@description('The private address of the firewall.')
param firewallPrivateIpAddress string

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: 'aks-egress-vnet'
}

resource routeTable 'Microsoft.Network/routeTables@2025-09-01' = {
  name: 'aks-egress-fwrt'
  location: location
  properties: {
    disableBgpRoutePropagation: true
    routes: [
      {
        name: 'aks-egress-fwrn'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: firewallPrivateIpAddress
        }
      }
    ]
  }
}

resource aksSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' = {
  parent: virtualNetwork
  name: 'aks-subnet'
  properties: {
    addressPrefix: '10.42.1.0/24'
    routeTable: {
      id: routeTable.id
    }
  }
}

resource ingressSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' = {
  parent: virtualNetwork
  name: 'ingress-subnet'
  properties: {
    addressPrefix: '10.42.3.0/24'
    routeTable: {
      id: routeTable.id
    }
  }
  dependsOn: [
    aksSubnet
  ]
}

@description('The resource id of aks-subnet.')
output aksSubnetId string = aksSubnet.id

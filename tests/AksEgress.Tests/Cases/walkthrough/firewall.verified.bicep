metadata description = 'The firewall.'

// Names and tags are what the topology says: a host in them is no endpoint that environment() could name.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of the firewall.')
param location string

@description('The resource id of the firewall policy.')
param policyId string

@description('The resource ids of the public addresses of the firewall.')
param publicIpIds string[]

@description('The resource id of the subnet of the firewall.')
param subnetId string

resource firewall 'Microsoft.Network/azureFirewalls@2025-09-01' = {
  name: 'aks-egress-fw'
  location: location
  properties: {
    sku: {
      name: 'AZFW_VNet'
      tier: 'Standard'
    }
    ipConfigurations: [
      for i in range(0, length(publicIpIds)): {
        name: 'aks-egress-fwconfig${i == 0 ? '' : '-${i + 1}'}'
        properties: {
          subnet: i == 0
            ? {
                id: subnetId
              }
            : null
          publicIPAddress: {
            id: publicIpIds[i]
          }
        }
      }
    ]
    firewallPolicy: {
      id: policyId
    }
  }
}

@description('The private address of the firewall. The deployment stops when it is not the one that the rest of the topology counts on.')
output privateIpAddress string = firewall.properties.ipConfigurations[0].properties.privateIPAddress == '10.42.2.4'
  ? firewall.properties.ipConfigurations[0].properties.privateIPAddress
  : fail('Azure did not give the firewall aks-egress-fw the private address 10.42.2.4 that the DNS servers of aks-egress-vnet and the rules count on. Say the real one as privateIpAddress of the firewall: ${firewall.properties.ipConfigurations[0].properties.privateIPAddress}')

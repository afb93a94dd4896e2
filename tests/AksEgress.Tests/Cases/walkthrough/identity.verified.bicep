metadata description = 'The identity of the cluster\'s control plane, and what it may change.'

// Names and tags are what the topology says: a host in them is no endpoint that environment() could name.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of the identity.')
param location string

resource networkContributor 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '4d97b98b-1d4f-4787-a291-c67834d212e7'
}

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: 'aks-egress-vnet'
}

resource aksSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' existing = {
  parent: virtualNetwork
  name: 'aks-subnet'
}

resource ingressSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' existing = {
  parent: virtualNetwork
  name: 'ingress-subnet'
}

resource routeTable 'Microsoft.Network/routeTables@2025-09-01' existing = {
  name: 'aks-egress-fwrt'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'aks-egress-identity'
  location: location
}

resource aksSubnetAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: aksSubnet
  name: guid('${aksSubnet.id} ${identity.id} ${networkContributor.id}')
  properties: {
    roleDefinitionId: networkContributor.id
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource ingressSubnetAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: ingressSubnet
  name: guid('${ingressSubnet.id} ${identity.id} ${networkContributor.id}')
  properties: {
    roleDefinitionId: networkContributor.id
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource routeTableAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: routeTable
  name: guid('${routeTable.id} ${identity.id} ${networkContributor.id}')
  properties: {
    roleDefinitionId: networkContributor.id
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('The resource id of the identity.')
output id string = identity.id

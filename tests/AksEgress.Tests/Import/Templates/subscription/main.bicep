targetScope = 'subscription'

param prefix string
param location string = 'westeurope'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: '${prefix}-rg'
  location: location
}

module network 'network.bicep' = {
  scope: group
  params: {
    location: location
  }
}

module cluster 'cluster.bicep' = {
  scope: group
  params: {
    location: location
    nodesId: network.outputs.nodesId
    podsId: network.outputs.podsId
  }
}

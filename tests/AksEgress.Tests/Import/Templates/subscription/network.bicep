param location string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'spoke'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.1.0.0/16']
    }
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: '10.1.0.0/20'
        }
      }
      {
        name: 'pods'
        properties: {
          addressPrefix: '10.1.16.0/20'
        }
      }
    ]
  }
}

// By place, as people do.
output nodesId string = network.properties.subnets[0].id
output podsId string = network.properties.subnets[1].id

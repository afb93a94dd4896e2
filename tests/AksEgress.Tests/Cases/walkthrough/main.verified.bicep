metadata description = 'aks-egress: an AKS cluster whose outbound traffic leaves through Azure Firewall.'

// Names and tags are what the topology says: a host in them is no endpoint that environment() could name.
#disable-diagnostics no-hardcoded-env-urls

@description('The Azure region of every resource. Regional hosts and service tags in the firewall\'s rules are those of the default.')
param location string = 'eastus'

module network 'modules/network.bicep' = {
  params: {
    location: location
  }
}

module policy 'modules/policy.bicep' = {
  params: {
    location: location
    publicIpAddresses: network.outputs.publicIpAddresses
  }
}

module firewall 'modules/firewall.bicep' = {
  params: {
    location: location
    policyId: policy.outputs.id
    publicIpIds: network.outputs.publicIpIds
    subnetId: network.outputs.azureFirewallSubnetId
  }
}

module routes 'modules/routes.bicep' = {
  params: {
    location: location
    firewallPrivateIpAddress: firewall.outputs.privateIpAddress
  }
}

module identity 'modules/identity.bicep' = {
  params: {
    location: location
  }
  dependsOn: [
    routes
  ]
}

module cluster 'modules/cluster.bicep' = {
  params: {
    location: location
    identityId: identity.outputs.id
    aksSubnetId: routes.outputs.aksSubnetId
    publicIpAddresses: network.outputs.publicIpAddresses
  }
}

@description('The public addresses of the firewall: where the cluster\'s traffic comes from, and where published services answer.')
output firewallPublicIpAddresses string[] = network.outputs.publicIpAddresses

@description('The private address of the firewall: next hop of the default route.')
output firewallPrivateIpAddress string = firewall.outputs.privateIpAddress

@description('The name of the cluster.')
output clusterName string = cluster.outputs.name

@description('The resource id of the cluster.')
output clusterId string = cluster.outputs.id

@description('The resource group that AKS keeps the nodes in.')
output nodeResourceGroup string = cluster.outputs.nodeResourceGroup

param location string
param hosts array
param address string

resource policy 'Microsoft.Network/firewallPolicies@2025-09-01' = {
  name: 'policy'
  location: location
  properties: { sku: { tier: 'Premium' }, threatIntelMode: 'Deny', dnsSettings: { enableProxy: true, servers: ['10.42.8.4'] } }

  resource team 'ruleCollectionGroups' = {
    name: 'team'
    properties: {
      priority: 200
      ruleCollections: [
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'hosts'
          priority: 200
          action: { type: 'Allow' }
          rules: [
            for host in hosts: { ruleType: 'ApplicationRule', name: host, description: 'For [the team]', sourceAddresses: ['10.42.0.0/23'], targetFqdns: [host], protocols: [{ protocolType: 'Https', port: 8443 }] }
          ]
        }
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'never'
          priority: 100
          action: { type: 'Deny' }
          rules: [{ ruleType: 'NetworkRule', name: 'ssh', ipProtocols: ['TCP', 'UDP'], sourceAddresses: ['*'], destinationAddresses: ['198.51.100.0/24', 'AzureMonitor'], destinationPorts: ['22', '9000-9005'] }]
        }
      ]
    }
  }
}

resource inbound 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-09-01' = {
  parent: policy
  name: 'inbound'
  dependsOn: [policy::team]
  properties: {
    priority: 100
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyNatRuleCollection'
        name: 'web'
        priority: 100
        action: { type: 'DNAT' }
        rules: [{ ruleType: 'NatRule', name: 'web', ipProtocols: ['TCP'], sourceAddresses: ['203.0.113.0/24'], destinationAddresses: [address], destinationPorts: ['443'], translatedAddress: '10.42.0.10', translatedPort: '8443' }]
      }
    ]
  }
}

output id string = policy.id

using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>AzureFirewallSubnet, and nothing else.</summary>
internal sealed class FirewallSubnetName() : ReservedSubnetName("AKSE2102", "The firewall's subnet is named AzureFirewallSubnet, and no other is", SubnetRole.Firewall);

using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>AzureFirewallSubnet is /26 or larger.</summary>
internal sealed class FirewallSubnetSize() : ReservedSubnetSize("AKSE2103", "AzureFirewallSubnet is /26 or larger", SubnetRole.Firewall);

using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>AzureFirewallManagementSubnet is /26 or larger.</summary>
internal sealed class ManagementSubnetSize()
    : ReservedSubnetSize("AKSE2106", "AzureFirewallManagementSubnet is /26 or larger", SubnetRole.FirewallManagement);

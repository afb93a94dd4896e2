using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>AzureFirewallManagementSubnet, and nothing else.</summary>
internal sealed class ManagementSubnetName()
    : ReservedSubnetName("AKSE2105", "The firewall's management subnet is named AzureFirewallManagementSubnet, and no other is", SubnetRole.FirewallManagement);

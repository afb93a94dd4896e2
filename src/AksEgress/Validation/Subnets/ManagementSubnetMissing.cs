using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>Tier Basic does not work without its management interface.</summary>
internal sealed class ManagementSubnetMissing()
    : ReservedSubnetMissing("AKSE2104", "A Basic firewall has a subnet AzureFirewallManagementSubnet", Limits.Known.FirewallManagementSubnet, SubnetRole.FirewallManagement)
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        context.Firewall.Tier == FirewallTier.Basic && context.KnowsFirewall(nameof(Firewall.Tier)) ? Require(context, "without which Azure refuses a firewall of tier Basic.") : [];
}

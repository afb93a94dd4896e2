using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;

namespace AksEgress.Validation.Subnets;

/// <summary>Tier Basic does not work without its management interface, and a management interface not without its subnet.</summary>
internal sealed class ManagementSubnetMissing()
    : ReservedSubnetMissing("AKSE2104", "A firewall with a management interface, as every Basic one, has a subnet AzureFirewallManagementSubnet", SubnetRole.FirewallManagement)
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var firewall = context.Firewall;
        return firewall.Tier == FirewallTier.Basic && context.KnowsFirewall(nameof(Firewall.Tier)) ? Require(context, "without which Azure refuses a firewall of tier Basic.")
            : (firewall.ManagementConfigurationName ?? firewall.ManagementPublicIpName) is { } name ? Require(context, $"which a management interface ('{FreeText.Printable(name)}') is in.")
            : [];
    }
}

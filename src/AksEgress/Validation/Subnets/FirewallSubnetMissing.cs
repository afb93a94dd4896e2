using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>The firewall has a subnet of its own.</summary>
internal sealed class FirewallSubnetMissing() : ReservedSubnetMissing("AKSE2101", "There is a subnet AzureFirewallSubnet", SubnetRole.Firewall)
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) => Require(context, "which Azure puts the firewall into.");
}

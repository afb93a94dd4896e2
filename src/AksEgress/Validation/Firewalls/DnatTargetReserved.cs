using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Five addresses of a subnet are Azure's, and those of the firewall's subnets the firewall's.</summary>
internal sealed class DnatTargetReserved() : TopologyRule("AKSE2234", Error, "A DNAT rule does not translate to an address that Azure keeps for itself")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var (rule, address, subnet) in DnatTargets.In(context))
        {
            if (subnet is { Role: SubnetRole.Firewall or SubnetRole.FirewallManagement } && context.KnowsRoles)
            {
                yield return At(rule.At(nameof(DnatRule.TranslatedAddress)), $"DNAT rule '{rule.Name}' translates to {address}, which is an address of the firewall's own subnet '{subnet.Name}' ({subnet.Prefix}). Write the address of what shall be reached.");
            }
            else if (subnet is not null && !UsableAddresses.Contain(subnet.Prefix, address))
            {
                yield return At(rule.At(nameof(DnatRule.TranslatedAddress)), $"DNAT rule '{rule.Name}' translates to {address}, which Azure keeps for itself: the first four and the last address of '{subnet.Name}' ({subnet.Prefix}). Write the address of what shall be reached.");
            }
        }
    }
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Private addresses that the firewall has none of.</summary>
internal sealed class DnatPrivateDestination() : TopologyRule("AKSE2222", Error, "A private destination of a DNAT rule is the firewall's own address, and not with tier Basic")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.FirewallAddress is not { } own || !context.KnowsFirewall(nameof(Firewall.Tier)))
        {
            yield break;
        }

        var isBasic = context.Firewall.Tier == FirewallTier.Basic;
        foreach (var rule in context.Policy.DnatRules)
        {
            for (var i = 0; i < rule.Destination!.Count; i++)
            {
                if (rule.Destination[i].Address is { } address && KnownRanges.Private.Contains(address) && (isBasic || address != own))
                {
                    yield return At(rule.At(nameof(DnatRule.Destination), i), isBasic
                        ? (FormattableString)$"DNAT rule '{rule.Name}' listens on the private address {address}, which needs tier Standard or Premium. Write 'frontend'."
                        : $"DNAT rule '{rule.Name}' listens on {address}, which is not an address of the firewall. Write 'frontend', or its private address {own}.");
                }
            }
        }
    }
}

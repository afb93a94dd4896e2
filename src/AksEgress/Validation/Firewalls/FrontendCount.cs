using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A firewall has at least one public address, and at most 250.</summary>
internal sealed class FrontendCount() : TopologyRule("AKSE2201", Error, "A firewall has 1 to 250 frontends")
{
    private static readonly int _max = Limits.Known.MaxFrontends.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // A number that comes from the prefix length is that rule's.
        var frontends = context.Firewall.Frontends!;
        if (context.KnowsFrontends && context.Said.Firewall?.Frontends?.Count is { } count && (count < 1 || count > _max))
        {
            yield return At(frontends.At(nameof(Frontends.Count)), $"A firewall cannot have {count} public addresses. Azure takes 1 to {_max}; the AKS article recommends 20.");
        }
    }
}

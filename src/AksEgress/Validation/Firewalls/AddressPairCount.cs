using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Azure counts sources times destinations.</summary>
internal sealed class AddressPairCount() : TopologyRule("AKSE2241", Warning, "The network rules of a policy have no more pairs of source and destination than the firewall takes")
{
    private static readonly int _max = FirewallFacts.Known.MaxAddressPairs.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var sources = new ListMeasure<AddressRange, long>(PolicySize.Distinct);
        var pairs = 0L;
        NetworkRule? first = null;
        foreach (var rule in context.Policy.NetworkRules)
        {
            pairs += PolicySize.AddressPairs(rule, sources);
            first ??= pairs > _max ? rule : null;
        }

        if (first is not null)
        {
            yield return At(first.Origin.Span, $"The network rules have {pairs} pairs of source and destination; from network rule '{first.Name}' on that is more than the {_max} that Azure Firewall takes. Write prefixes or service tags instead of single addresses.");
        }
    }
}

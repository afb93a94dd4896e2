using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>Some service tags stand for the data of all customers.</summary>
internal sealed class SharedServiceTag() : TopologyRule("AKSE2711", Info, "A network rule does not open HTTP and HTTPS to a service that all customers share")
{
    private static readonly HashSet<string> _tags = new(FirewallFacts.Known.SharedServiceTags.Select(tag => tag.Name), StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules.Where(NetworkBreadth.IsWeb))
        {
            for (var i = 0; i < rule.ServiceTags!.Count; i++)
            {
                if (_tags.Contains(rule.ServiceTags[i].Service))
                {
                    yield return At(rule.At(nameof(NetworkRule.ServiceTags), i), $"Network rule '{rule.Name}' allows {rule.ServiceTags[i]}, the addresses at which the data of all customers lie, yours and anybody's. Allow your own names by an application rule.");
                }
            }
        }
    }
}

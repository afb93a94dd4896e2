using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Collections are limited in number.</summary>
internal sealed class CollectionCount() : TopologyRule("AKSE2244", Warning, "A policy has no more rule collections than Azure takes")
{
    private static readonly int _max = FirewallFacts.Known.MaxCollections.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var collections = context.Policy.Collections;
        if (collections.Count > _max)
        {
            yield return At(collections[_max].At(nameof(RuleCollection.Name)), $"The policy has {collections.Count} rule collections in all its groups; Azure takes {_max}. Put rules of one kind and action together.");
        }
    }
}

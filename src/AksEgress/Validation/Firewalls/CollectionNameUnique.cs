using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Collections are told apart by name.</summary>
internal sealed class CollectionNameUnique() : TopologyRule("AKSE2212", Error, "The names of rule collections are unique in their group")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from inner in context.Policy.Groups
        from pair in Duplicates.OfNames(inner.Collections, collection => collection.Name)
        select At(pair.Later.At(nameof(RuleCollection.Name)), $"A second collection of the group '{inner.Name}' is called '{pair.Later.Name}', and Azure refuses that. Give it another name.");
}

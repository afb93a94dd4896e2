using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Collections are evaluated by priority.</summary>
internal sealed class CollectionPriorityUnique() : TopologyRule("AKSE2210", Error, "The priorities of rule collections are unique in their group")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from inner in context.Policy.Groups
        from pair in Duplicates.Of(inner.Collections.Where(collection => !collection.IsUnreadable(nameof(collection.Priority))), collection => collection.Priority)
        select At(pair.Later.At(nameof(RuleCollection.Priority)), $"The collection '{pair.Later.Name}' has priority {pair.Later.Priority}, as '{pair.Earlier.Name}' has in the same group ({inner.Name}), and Azure refuses that. Give it another one from {Priority.Highest} to {Priority.Lowest}.");
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Groups are evaluated by priority.</summary>
internal sealed class GroupPriorityUnique() : TopologyRule("AKSE2209", Error, "The priorities of rule collection groups are unique in the policy")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Duplicates.Of(context.Policy.Groups.Where(candidate => !candidate.IsUnreadable(nameof(candidate.Priority))), candidate => candidate.Priority)
        select At(pair.Later.At(nameof(RuleCollectionGroup.Priority)), $"The group '{pair.Later.Name}' has priority {pair.Later.Priority}, as '{pair.Earlier.Name}' has, and Azure refuses that. Give it another one from {Priority.Highest} to {Priority.Lowest}.");
}

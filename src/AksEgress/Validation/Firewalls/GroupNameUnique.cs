using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Groups are told apart by name.</summary>
internal sealed class GroupNameUnique() : TopologyRule("AKSE2211", Error, "The names of rule collection groups are unique in the policy")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Duplicates.OfNames(context.Policy.Groups, candidate => candidate.Name)
        select At(pair.Later.At(nameof(RuleCollectionGroup.Name)), $"A second rule collection group is called '{pair.Later.Name}'; Azure would overwrite the first. Give it another name, or put its collections there.");
}

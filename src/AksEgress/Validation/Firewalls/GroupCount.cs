using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Groups are limited in number.</summary>
internal sealed class GroupCount() : TopologyRule("AKSE2243", Warning, "A policy has no more rule collection groups than Azure takes")
{
    private static readonly int _max = FirewallFacts.Known.MaxGroups.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var groups = context.Policy.Groups;
        if (groups.Count > _max)
        {
            yield return At(groups[_max].At(nameof(RuleCollectionGroup.Name)), $"The policy has {groups.Count} rule collection groups; Azure takes {_max}. Put collections together: a group holds many, of all kinds.");
        }
    }
}

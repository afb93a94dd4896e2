using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A group is written in one piece.</summary>
internal sealed class GroupSizeLimit() : TopologyRule("AKSE2242", Warning, "The rules of a rule collection group are not larger than Azure takes them")
{
    private static readonly int _max = FirewallFacts.Known.MaxGroupBytes.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var sizes = new GroupSize();
        foreach (var group in context.Policy.Groups)
        {
            if (sizes.Of(group) is var size && size > _max)
            {
                yield return At(group.At(nameof(RuleCollectionGroup.Name)), $"The rules of the group '{group.Name}' are about {size} bytes long; Azure takes {_max}. Put some of its collections into a group of their own, under firewall.policy.ruleCollectionGroups.");
            }
        }
    }
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A rule says from where, by what and to which port.</summary>
internal sealed class RulePartMissing() : TopologyRule("AKSE2214", Error, "A rule's sources, protocols and ports are not empty")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
    [
        .. context.Policy.NetworkRules.SelectMany(rule => Check(context, rule, rule.Name,
            [(nameof(rule.Source), rule.Source!.Count), (nameof(rule.Protocols), rule.Protocols.Count), (nameof(rule.Ports), rule.Ports.Count)])),
        .. context.Policy.ApplicationRules.SelectMany(rule => Check(context, rule, rule.Name,
            [(nameof(rule.Source), rule.Source!.Count), (nameof(rule.Protocols), rule.Protocols!.Count)])),
        .. context.Policy.DnatRules.SelectMany(rule => Check(context, rule, rule.Name,
            [(nameof(rule.Source), rule.Source!.Count), (nameof(rule.Protocols), rule.Protocols!.Count), (nameof(rule.Destination), rule.Destination!.Count)])),
    ];

    private IEnumerable<Diagnostic> Check(ValidationContext context, Node rule, string name, (string Member, int Count)[] parts)
    {
        foreach (var (member, count) in parts)
        {
            // Without subnets for nodes there are no sources to derive; that is said once.
            var isDerived = member == nameof(NetworkRule.Source) && context.CarryingSubnets.Count == 0;
            if (count == 0 && !isDerived && !rule.IsUnreadable(member))
            {
                yield return At(rule.At(member), $"Rule '{name}' has no {DocumentWord.OfMember(member)}, and Azure refuses it. Name them, or leave them out for the default.");
            }
        }
    }
}

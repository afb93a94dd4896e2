using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Rules are told apart by name.</summary>
internal sealed class RuleNameUnique() : TopologyRule("AKSE2213", Error, "The names of rules are unique in their collection")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) => context.Policy.Collections.SelectMany(collection => collection switch
    {
        NetworkRuleCollection network => Check(network.Rules, rule => rule.Name, collection),
        ApplicationRuleCollection application => Check(application.Rules, rule => rule.Name, collection),
        DnatRuleCollection dnat => Check(dnat.Rules, rule => rule.Name, collection),
        _ => [],
    });

    private IEnumerable<Diagnostic> Check<TRule>(ValueList<TRule> rules, Func<TRule, string> nameOf, RuleCollection collection)
        where TRule : Node =>
        from pair in Duplicates.OfNames(rules, nameOf)
        select At(pair.Later.At("Name"), $"A second rule of the collection '{collection.Name}' is called '{nameOf(pair.Later)}', and Azure refuses that. Give it another name.");
}

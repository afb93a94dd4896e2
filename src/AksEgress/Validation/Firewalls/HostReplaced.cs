using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Hosts are given up for others.</summary>
internal sealed class HostReplaced() : TopologyRule("AKSE2239", Warning, "A host that was replaced is allowed together with the one that replaced it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var replaced in FirewallFacts.Known.ReplacedHosts)
        {
            (ApplicationRule Rule, int Index)? former = null;
            var isCurrentAllowed = false;
            foreach (var rule in context.Policy.AllowedApplicationRules)
            {
                for (var i = 0; i < rule.Fqdns!.Count; i++)
                {
                    former ??= rule.Fqdns[i].ToString() == replaced.Former ? (rule, i) : null;
                    isCurrentAllowed |= HostPatterns.Covers(rule.Fqdns[i], replaced.Current);
                }

                isCurrentAllowed |= rule.IsUnreadable(nameof(ApplicationRule.Fqdns)) || rule.FqdnTags!.Any(tag => FqdnTags.Find(tag.ToString()) is { } known && known.Covers.Any(endpoint => endpoint.Fqdns.Contains(replaced.Current)));
            }

            if (former is { } found && !isCurrentAllowed)
            {
                yield return At(ApplicationRulePlace.OfHost(found.Rule, found.Index), $"{replaced.Former} was replaced by {replaced.Current}, which no application rule allows; new nodes cannot be provisioned without it. Add '{replaced.Current}'.");
            }
        }
    }
}

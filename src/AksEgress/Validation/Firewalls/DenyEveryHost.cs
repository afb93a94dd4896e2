using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Azure allows some hosts of its own behind all rules; a denial of every host stands before that.</summary>
internal sealed class DenyEveryHost() : TopologyRule("AKSE2250", Info, "Application rules do not deny every host, which is denied anyway")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // Before an allowing rule it is no mere repetition: that is a finding of its own.
        foreach (var (_, collection) in context.Policy.InOrder<ApplicationRuleCollection>().Reverse())
        {
            if (collection.Action != RuleAction.Deny)
            {
                yield break;
            }

            foreach (var rule in collection.Rules)
            {
                for (var i = 0; i < rule.Fqdns!.Count; i++)
                {
                    if (rule.Fqdns[i] == FqdnPattern.Any)
                    {
                        yield return At(ApplicationRulePlace.OfHost(rule, i), $"Application rule '{rule.Name}' denies every host. What no rule allows is denied without it; with it, so are the storage hosts that Azure Firewall allows for the platform itself. Leave it out, unless that is meant.");
                    }
                }
            }
        }
    }
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>What is published is published at a frontend that there is.</summary>
internal sealed class DnatFrontend() : TopologyRule("AKSE2221", Error, "A frontend that is named by number exists")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (!context.KnowsFrontends || context.Firewall.Frontends!.Count is not { } count || count < 1)
        {
            yield break;
        }

        // Numbers below 1 are only in what was said: a rule cannot hold them.
        foreach (var entry in context.Said.Publish ?? [])
        {
            if (entry.Frontend < 1)
            {
                yield return At(entry.At(nameof(PublishedService.Frontend)), $"There is no frontend {entry.Frontend}: they are numbered from 1 to {count}.");
            }
        }

        foreach (var rule in context.Policy.DnatRules)
        {
            for (var i = 0; i < rule.Destination!.Count; i++)
            {
                if (rule.Destination[i].Frontend > count)
                {
                    var member = rule.Origin.Has(nameof(PublishedService.Frontend)) ? nameof(PublishedService.Frontend) : nameof(DnatRule.Destination);
                    yield return At(rule.At(member, i), $"There is no frontend {rule.Destination[i].Frontend}: the firewall has {count}. Write a number from 1 to {count}, or raise firewall.frontends.count.");
                }
            }
        }
    }
}

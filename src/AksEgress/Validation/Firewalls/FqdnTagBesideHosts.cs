using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Tags have rules of their own.</summary>
internal sealed class FqdnTagBesideHosts() : TopologyRule("AKSE2232", Warning, "An application rule has one kind of target: hosts, or FQDN tags")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.ApplicationRules)
        {
            if (rule.FqdnTags!.Count > 0 && rule.Fqdns!.Count > 0)
            {
                yield return At(rule.At(nameof(ApplicationRule.FqdnTags)), $"Application rule '{rule.Name}' names hosts and FQDN tags; Azure's tools take one or the other (\"fqdn_tags cannot be used with target_fqdns\"). Make two rules of it.");
            }
        }
    }
}

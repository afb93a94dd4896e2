using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The list may be older than the tag.</summary>
internal sealed class FqdnTagKnown() : TopologyRule("AKSE2227", Warning, "An FQDN tag is one that Azure Firewall lists")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from rule in context.Policy.ApplicationRules
        from entry in rule.FqdnTags!.Select((tag, index) => (Name: tag.ToString(), Index: index))
        where entry.Name.Length > 0 && FqdnTags.Find(entry.Name) is null
        select At(rule.At(nameof(ApplicationRule.FqdnTags), entry.Index), $"Azure Firewall lists no FQDN tag '{entry.Name}', and refuses unknown ones. {NearestWord.Suggest(entry.Name, [.. FqdnTags.All.Select(tag => tag.Name)])}");
}

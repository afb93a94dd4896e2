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
        select At(rule.At(nameof(ApplicationRule.FqdnTags), entry.Index), $"Azure Firewall lists no FQDN tag '{entry.Name}', and refuses unknown ones. {Hint(entry.Name)}");

    private static string Hint(string name) =>
        ServiceTags.Find(name) is not null ? "It is a service tag: write it under 'destination' of a network rule."
        : name.Contains('.', StringComparison.Ordinal) && FqdnTags.Find(name[..name.IndexOf('.', StringComparison.Ordinal)]) is null ? "Hosts go under 'fqdns'."
        : NearestWord.Suggest(name, [.. FqdnTags.All.Select(tag => tag.Name)]);
}

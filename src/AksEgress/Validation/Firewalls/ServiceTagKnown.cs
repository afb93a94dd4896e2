using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The list may be older than the tag.</summary>
internal sealed class ServiceTagKnown() : TopologyRule("AKSE2224", Warning, "A service tag is one that Microsoft lists")
{
    private static readonly string[] _names = [.. ServiceTags.All.Select(tag => tag.Name)];

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // The nearest of thousands of names is sought once for each tag.
        var hints = new Dictionary<ServiceTag, string>();
        return
            from use in ServiceTagUse.All(context)
            where use.Tag.ToString().Length > 0 && ServiceTags.Find(use.Tag.ToString()) is null
            select At(use.Place, $"There is no service tag '{use.Tag}' in Microsoft's list, and Azure refuses unknown ones. {Quotation.Own(HintOf(use.Tag))}");

        string HintOf(ServiceTag tag)
        {
            if (!hints.TryGetValue(tag, out var hint))
            {
                hints.Add(tag, hint = Hint(tag));
            }

            return hint;
        }
    }

    private static string Hint(ServiceTag tag)
    {
        if (ServiceTags.Find(tag.Service) is { } known)
        {
            return known.Regional ? $"Write {known.Name}, or {known.Name} with a region." : $"{known.Name} takes no region: write {known.Name}.";
        }

        if (FqdnTags.Find(tag.ToString()) is not null)
        {
            return "It is an FQDN tag: write it under 'fqdnTags' of an application rule.";
        }

        var parts = tag + ".";
        var family = _names.Where(name => name.StartsWith(parts, StringComparison.OrdinalIgnoreCase)).ToList();
        if (family.Count > 0)
        {
            return $"There are only its parts: {string.Join(", ", family)}.";
        }

        return NearestWord.Find(tag.ToString(), _names) is { } nearest ? $"Did you mean '{nearest}'?"
            : tag.Region is { } region && NearestWord.Find(tag.Service, _names) is { } nearestService ? $"Did you mean '{nearestService}.{region}'?"
            : FormattableString.Invariant($"It may be newer than the list, which is of {FactSources.Find(ServiceTags.Evidence.Source)?.Date:yyyy-MM-dd}; else name addresses or hosts.");
    }
}

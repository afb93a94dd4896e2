using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The list may be older than the tag: where it is not sure that something in it was meant, that is only an info.</summary>
internal sealed class ServiceTagKnown() : TopologyRule("AKSE2224", Warning, "A service tag is one that Microsoft lists")
{
    private static readonly string[] _names = [.. ServiceTags.All.Select(tag => tag.Name)];

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // The nearest of thousands of names is sought once for each tag.
        var hints = new Dictionary<ServiceTag, (string Text, bool IsCertain)>();
        foreach (var use in ServiceTagUse.All(context))
        {
            if (use.Tag.ToString().Length == 0 || ServiceTags.Find(use.Tag.ToString()) is not null)
            {
                continue;
            }

            if (!hints.TryGetValue(use.Tag, out var hint))
            {
                hints.Add(use.Tag, hint = Hint(use.Tag));
            }

            var finding = At(use.Place, $"There is no service tag '{use.Tag}' in Microsoft's list, and Azure refuses unknown ones. {Quotation.Own(hint.Text)}");
            yield return hint.IsCertain ? finding : finding with { Severity = Info };
        }
    }

    /// <summary>What was meant, and whether that is sure.</summary>
    private static (string Text, bool IsCertain) Hint(ServiceTag tag)
    {
        if (ServiceTags.Find(tag.Service) is { } known)
        {
            return (known.Regional ? $"Write {known.Name}, or {known.Name} with a region." : $"{known.Name} takes no region: write {known.Name}.", true);
        }

        if (FqdnTags.Find(tag.ToString()) is not null)
        {
            return ("It is an FQDN tag: write it under 'fqdnTags' of an application rule.", true);
        }

        var parts = tag + ".";
        var family = _names.Where(name => name.StartsWith(parts, StringComparison.OrdinalIgnoreCase)).ToList();
        if (family.Count > 0)
        {
            return ($"There are only its parts: {string.Join(", ", family)}.", true);
        }

        // What is farther away than one slip may be a new tag, as AzureMonitorCore would be.
        return NearestWord.Find(tag.ToString(), _names) is { } nearest
                ? ($"Did you mean '{nearest}'?", NearestWord.FindSlip(tag.ToString(), _names) is not null)
            : tag.Region is { } region && NearestWord.Find(tag.Service, _names) is { } nearestService
                ? ($"Did you mean '{nearestService}.{region}'?", NearestWord.FindSlip(tag.Service, _names) is not null)
            : (FormattableString.Invariant($"It may be newer than the list, which is of {FactSources.Find(ServiceTags.Evidence.Source)?.Date:yyyy-MM-dd}; else name addresses or hosts."), false);
    }
}

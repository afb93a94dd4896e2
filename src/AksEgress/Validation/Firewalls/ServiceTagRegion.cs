using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Some regions are spelled otherwise in tags, and any can be misspelled.</summary>
internal sealed class ServiceTagRegion() : TopologyRule("AKSE2225", Warning, "A service tag spells its region as service tags do")
{
    private static readonly HashSet<string> _regions = new(AzureRegions.Known.All.Select(ServiceTagRegions.For), StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var use in ServiceTagUse.All(context))
        {
            if (use.Tag.Region is not { } region || ServiceTags.Find(use.Tag.ToString()) is null)
            {
                continue;
            }

            var spelled = ServiceTagRegions.For(region);
            if (spelled != region)
            {
                yield return At(use.Place, $"Service tags call the region {region} '{spelled}', and Azure refuses '{use.Tag}'. Write {use.Tag.Service}.{spelled}.");
            }
            else if (!_regions.Contains(region) && (NearestWord.FindSlip(region, _regions) ?? NearestWord.FindSlip(region, AzureRegions.Known.All)) is { } meant)
            {
                yield return At(use.Place, $"Microsoft lists no region '{region}', and Azure refuses service tags of unknown ones. Did you mean '{use.Tag.Service}.{ServiceTagRegions.For(meant)}'?");
            }
        }
    }
}

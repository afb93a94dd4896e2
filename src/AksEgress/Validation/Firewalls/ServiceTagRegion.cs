using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Some regions are spelled otherwise in tags.</summary>
internal sealed class ServiceTagRegion() : TopologyRule("AKSE2225", Warning, "A service tag spells its region as service tags do")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from use in ServiceTagUse.All(context)
        let region = use.Tag.Region
        where region is not null && ServiceTags.Find(use.Tag.ToString()) is not null && ServiceTagRegions.For(region) != region
        select At(use.Place, $"Service tags call the region {region} '{ServiceTagRegions.For(region)}', and Azure refuses '{use.Tag}'. Write {use.Tag.Service}.{ServiceTagRegions.For(region)}.");
}

using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>The list of regions may lack new ones: only what is one slip away from a listed one is taken for a slip.</summary>
internal sealed class LocationMisspelled() : TopologyRule("AKSE2023", Warning, "A location is spelled as the region that is meant")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var (topology, location) = (context.Topology, context.Topology.Location);
        if (!topology.IsUnreadable(nameof(EgressTopology.Location)) && Location.IsName(location) && AzureRegions.Known.CloudOf(location) is null
            && NearestWord.FindSlip(location, AzureRegions.Known.All) is { } meant)
        {
            yield return At(
                topology.At(nameof(EgressTopology.Location)),
                $"Microsoft lists no region '{location}'; Azure would refuse it, and hosts and service tags are made from it. Did you mean '{meant}'?") with { Replacement = meant };
        }
    }
}

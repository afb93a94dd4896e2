using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Each cloud has regions of its own, and other hosts.</summary>
internal sealed class LocationInCloud() : TopologyRule("AKSE2024", Warning, "A location is a region of the topology's cloud")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var topology = context.Topology;
        if (!topology.IsUnreadable(nameof(EgressTopology.Location)) && !topology.IsUnreadable(nameof(EgressTopology.Cloud))
            && AzureRegions.Known.CloudOf(topology.Location) is { } cloud && cloud != topology.Cloud)
        {
            yield return At(
                topology.At(nameof(EgressTopology.Location)),
                $"The region '{topology.Location}' is in the cloud {DocumentWord.Of(cloud)}, and the topology is for the cloud {DocumentWord.Of(topology.Cloud!.Value)}: Azure refuses the location there, and AKS asks for other hosts. Take the cloud {DocumentWord.Of(cloud)}, or a region of {DocumentWord.Of(topology.Cloud.Value)}.");
        }
    }
}

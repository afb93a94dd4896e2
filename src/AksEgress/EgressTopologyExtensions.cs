using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;
using AksEgress.Resolution;
using AksEgress.Validation;

namespace AksEgress;

/// <summary>The steps from a topology or a document to findings and files.</summary>
public static class EgressTopologyExtensions
{
    /// <summary>The same topology with every default filled in and every short form carried out. Resolving it again changes nothing.</summary>
    public static EgressTopology Resolve(this EgressTopology topology) => Resolver.Resolve(topology);

    /// <summary>Everything that is wrong with a topology, in the order of its places. It need not be resolved.</summary>
    public static DiagnosticBag Validate(this EgressTopology topology) => TopologyValidator.Validate(topology.Resolve());

    /// <summary>Everything that is wrong with a document, in the order of the places: with its text, and with what could be read of it.</summary>
    public static DiagnosticBag Validate(this TopologyDocument document) => document.Validate(document.Readable?.Resolve());

    /// <summary>The topology's files. It need not be resolved.</summary>
    /// <exception cref="InvalidTopologyException">The topology has errors.</exception>
    public static ValueList<RenderedFile> Render(this EgressTopology topology)
    {
        var resolved = topology.Resolve();
        var diagnostics = TopologyValidator.Validate(resolved);
        return diagnostics.HasErrors
            ? throw new InvalidTopologyException(diagnostics)
            : TopologyRenderer.Render(resolved, TemplateSet.Default, diagnostics);
    }

    /// <summary>The findings in a document whose topology is resolved already.</summary>
    internal static DiagnosticBag Validate(this TopologyDocument document, EgressTopology? resolved)
    {
        var findings = new DiagnosticBag();
        findings.AddRange(document.Diagnostics);
        if (resolved is not null)
        {
            findings.AddRange(TopologyValidator.Validate(resolved));
        }

        return findings.Sorted();
    }
}

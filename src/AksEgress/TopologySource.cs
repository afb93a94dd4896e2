using AksEgress.Diagnostics;
using AksEgress.Import;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress;

/// <summary>A topology that was read from a document, a template or deployed resources, with everything that was found on the way.</summary>
public sealed class TopologySource
{
    private readonly TopologyDocument? _document;
    private readonly DiagnosticBag _diagnostics;

    internal TopologySource(string name, TopologyDocument document) => (Name, _document, Topology, _diagnostics) = (name, document, document.Topology, document.Diagnostics);

    internal TopologySource(string name, EgressTopology? topology, DiagnosticBag diagnostics) => (Name, Topology, _diagnostics) = (name, topology, diagnostics.Sorted());

    /// <summary>The source as the caller named it.</summary>
    public string Name { get; }

    /// <summary>The topology; null where <see cref="Diagnostics"/> has errors.</summary>
    public EgressTopology? Topology { get; }

    /// <summary>What is wrong with the source itself, in the order of the places: not with the topology, which <see cref="Validate"/> adds.</summary>
    public DiagnosticBag Diagnostics => _diagnostics;

    /// <summary>True for a template or deployed resources; false for a document.</summary>
    public bool IsImported => _document is null;

    /// <summary>Everything that is wrong with the source and its topology, in the order of the places.</summary>
    /// <param name="options">Severities that come before the topology's, and the day for its suppressions. Default: none.</param>
    public DiagnosticBag Validate(DiagnosticOptions? options = null)
    {
        if (_document is not null)
        {
            return _document.Validate(options);
        }

        var findings = new DiagnosticBag();
        findings.AddRange(_diagnostics);
        if (Topology is not null)
        {
            findings.AddRange(Topology.Validate(options));
        }

        return findings.Sorted();
    }

    /// <summary>The shortest document that resolves to the same topology. What could not be carried over stands in comments at the top.</summary>
    /// <exception cref="InvalidOperationException">The source has errors, so there is no topology.</exception>
    public string ToDocument()
    {
        var topology = Topology ?? throw new InvalidOperationException("The source has errors.");
        var comments = _diagnostics.Where(finding => finding.Severity != DiagnosticSeverity.Info || finding.Code == ImportDiagnostics.SaidOtherwise.Code).Select(finding => $"{finding.Code}: {finding.Message}");
        return DocumentWriter.Write(DocumentShortener.Shorten(topology), comments);
    }
}

using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Import;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress;

/// <summary>A topology that was read from a document, a template or deployed resources, with everything that was found on the way.</summary>
public sealed class TopologySource
{
    internal TopologySource(string name, TopologyDocument document) => (Name, Document, Topology, Diagnostics) = (name, document, document.Topology, document.Diagnostics);

    internal TopologySource(string name, EgressTopology? topology, DiagnosticBag diagnostics)
    {
        (Name, Topology, Diagnostics) = (name, topology, []);
        Diagnostics.AddRange(diagnostics.Select(finding => finding.In(Name)));
        Diagnostics = Diagnostics.Sorted();
    }

    internal TopologySource(CodeTopology code) => (Name, Code, Topology, Diagnostics) = (code.Topology.Name, code, code.Topology, []);

    /// <summary>The source as the caller named it.</summary>
    public string Name { get; }

    /// <summary>The topology; null where <see cref="Diagnostics"/> has errors, and of a document with several <see cref="Environments"/>, of which <see cref="In"/> takes one.</summary>
    public EgressTopology? Topology { get; }

    /// <summary>What is wrong with the source itself, in the order of the places: not with the topology, which <see cref="Validate"/> adds.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The names of a document's environments; none where the source is one topology.</summary>
    public ValueList<string> Environments => Document?.Environments ?? [];

    /// <summary>True for a template or deployed resources; false for a document or code.</summary>
    public bool IsImported => Document is null && Code is null;

    /// <summary>The document; null for all else.</summary>
    internal TopologyDocument? Document { get; }

    /// <summary>The topology in code; null for all else.</summary>
    internal CodeTopology? Code { get; }

    /// <summary>The source in one of its <see cref="Environments"/>. One that it does not have is an error in <see cref="Diagnostics"/>.</summary>
    /// <param name="environment">The name.</param>
    public TopologySource In(string environment) =>
        Document is not null ? new(Name, Document.In(environment))
        : Diagnostics.HasErrors ? this
        : new(Name, null, [DocumentDiagnostics.UnknownEnvironment.At(SourceSpan.WholeFile(Name), $"There is no environment '{environment}': only documents have environments. Leave it out.")]);

    /// <summary>Everything that is wrong with the source and its topology, in the order of the places.</summary>
    /// <param name="options">Severities that come before the topology's, and the day for its suppressions. Default: none.</param>
    public DiagnosticBag Validate(DiagnosticOptions? options = null)
    {
        options ??= new();
        if (Document is not null)
        {
            return Document.Validate(options);
        }

        if (Code is not null)
        {
            return [.. Code.Topology.Validate(options).All.Select(Code.Place)];
        }

        var findings = DiagnosticPolicy.NewBag(options);
        findings.AddRange(Diagnostics);
        findings.AddRange((Topology?.Validate(options) ?? []).Select(finding => finding.In(Name)));
        return findings.Sorted();
    }

    /// <summary>The shortest document that resolves to the same topology. What could not be carried over stands in comments at the top.</summary>
    /// <exception cref="InvalidOperationException">The source has errors or several environments, so there is no one topology.</exception>
    public string ToDocument()
    {
        var topology = Topology ?? throw new InvalidOperationException("The source has errors or several environments.");
        var comments = Diagnostics.Where(finding => finding.Severity != DiagnosticSeverity.Info || finding.Code == ImportDiagnostics.SaidOtherwise.Code).Select(finding => $"{finding.Code}: {finding.Message}");
        return DocumentWriter.Write(DocumentShortener.Shorten(topology), comments);
    }

    /// <summary>What is wrong when a topology before one of these has its name. What is imported has none of its own.</summary>
    internal IEnumerable<Diagnostic> FindSharedNames(SharedNames names) =>
        (Code is not null ? [names.Find(Code.Member.Name, Code.Topology.Name, SourceSpan.None) is { } shared ? Code.Place(shared) : null]
        : (Document?.Variants ?? []).Select(variant => variant.Readable is { } readable ? names.Find(new DocumentAddress(Name, variant.Environment).ToString(), readable.Name, readable.At(nameof(readable.Name))) : null))
        .OfType<Diagnostic>().Distinct();
}

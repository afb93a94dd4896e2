using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>A YAML document (<c>*.egress.yaml</c>) with the files that it includes, read into the model, with everything that was found on the way.</summary>
public sealed class TopologyDocument
{
    /// <summary>The greatest size of a document with the files that it includes, in bytes: 4 MiB.</summary>
    public const int MaxSize = 4 * 1024 * 1024;

    private readonly string? _file;

    private TopologyDocument(string? file, string? environment, EgressTopology? readable, DiagnosticBag diagnostics, ValueList<string> includedFiles)
    {
        (_file, Environment, Readable, Diagnostics, Environments, IncludedFiles) = (file, environment, readable, diagnostics, [], includedFiles);
        Variants = [this];
    }

    private TopologyDocument(string? file, IReadOnlyList<TopologyDocument> variants)
    {
        (_file, Variants, Readable, IncludedFiles) = (file, variants, variants is [var only] ? only.Readable : null, variants[0].IncludedFiles);
        Environments = [.. variants.Select(variant => variant.Environment!)];
        Diagnostics = EnvironmentFindings.Merge([.. variants.Select(variant => (variant.Environment!, variant.Diagnostics))]);
    }

    /// <summary>
    /// The topology; null when <see cref="Diagnostics"/> has errors: what is left out of it would be rendered as if it had not been said. Null also where there are several
    /// <see cref="Environments"/>; <see cref="In"/> has the topology of each.
    /// </summary>
    public EgressTopology? Topology => Diagnostics.HasErrors ? null : Readable;

    /// <summary>Every problem of the document's text and of the files that it includes, in the order of their places; those of some environments only name them. Empty for a good one.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The names of the environments, in their order; none where the document is one topology.</summary>
    public ValueList<string> Environments { get; }

    /// <summary>The files that the document includes, as places in diagnostics name them; also those that cannot be read.</summary>
    public ValueList<string> IncludedFiles { get; }

    /// <summary>What could be read, also where <see cref="Diagnostics"/> has errors; null when the text is no mapping at all, and where there are several environments.</summary>
    internal EgressTopology? Readable { get; }

    /// <summary>The environment that this is the document in; null for the document itself.</summary>
    internal string? Environment { get; }

    /// <summary>The document in each of its environments; the document itself where it has none.</summary>
    internal IReadOnlyList<TopologyDocument> Variants { get; }

    /// <summary>Reads a document from the bytes of a file. Never throws, whatever the bytes.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark, at most <see cref="MaxSize"/>.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    /// <param name="open">
    /// Opens a file that the document includes, by its path from the document's folder, with slashes; <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/> say that it cannot be
    /// read. Default: nothing can be included. <see cref="TopologySourceReader"/> reads documents with all that they include.
    /// </param>
    public static TopologyDocument Parse(ReadOnlySpan<byte> utf8, string? file = null, Func<string, Stream>? open = null)
    {
        var diagnostics = new DiagnosticBag();
        var document = new IncludedFile(Parsing.IncludedFiles.Normalize(file ?? ""), Path.GetFileName(file ?? ""), DocumentText.Parse(utf8, file, DocumentKind.Topology, diagnostics), utf8.Length, diagnostics);
        var files = file is null || open is null ? null : new IncludedFiles(open);
        TopologyDocument[] variants = [.. new DocumentReading(document, files).Read().Select(read => new TopologyDocument(file, read.Environment, read.Topology, read.Diagnostics, [.. files?.Names ?? []]))];
        return variants is [{ Environment: null } only] ? only : new(file, variants);
    }

    /// <summary>Reads a document from a stream. Never throws for what it says; no more than <see cref="MaxSize"/> is held.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    /// <param name="open">Opens a file that the document includes, as for bytes. Default: nothing can be included.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static TopologyDocument Parse(Stream utf8, string? file = null, Func<string, Stream>? open = null) => Parse(DocumentText.Read(utf8).Span, file, open);

    /// <summary>Reads a document from text. Never throws, whatever the text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Name for the places in diagnostics.</param>
    /// <param name="open">Opens a file that the document includes, as for bytes. Default: nothing can be included.</param>
    public static TopologyDocument Parse(string text, string? file = null, Func<string, Stream>? open = null) => Parse(Encoding.UTF8.GetBytes(text), file, open);

    /// <summary>
    /// The JSON Schema of documents, with which editors complete and check them: keys, words, forms of values and what they mean. What it refuses the reader refuses; the
    /// rules of <see cref="EgressTopologyExtensions.Validate(TopologyDocument, DiagnosticOptions?)"/> say more.
    /// </summary>
    /// <param name="kind">Of which files. Default: topologies.</param>
    public static Stream OpenSchema(DocumentKind kind = DocumentKind.Topology) =>
        typeof(TopologyDocument).Assembly.GetManifestResourceStream(typeof(TopologyDocument), kind == DocumentKind.Rules ? "rules.schema.json" : "egress.schema.json")!;

    /// <summary>The document in one of its <see cref="Environments"/>, with what is wrong there. One that it does not have is an error in <see cref="Diagnostics"/>.</summary>
    /// <param name="environment">The name.</param>
    public TopologyDocument In(string environment)
    {
        var index = Environments.FindIndex(name => name == environment);
        return index < 0 ? new(_file, null, null, [Missing(environment)], IncludedFiles) : Environments.Count == 1 ? Variants[index] : Variants[index].Alone();
    }

    /// <summary>Without the others nobody knows that a suppression is unused.</summary>
    private TopologyDocument Alone() => new(_file, Environment, Readable is null ? null : Readable with { Origin = Readable.Origin.Unreadable(nameof(Readable.Suppress)) }, Diagnostics, IncludedFiles);

    private Diagnostic Missing(string environment) => DocumentDiagnostics.UnknownEnvironment.At(SourceSpan.WholeFile(_file), Environments.Count == 0
        ? $"There is no environment '{environment}': the document is one topology. Leave the environment out."
        : $"There is no environment '{environment}'. {NearestWord.Suggest(environment, Environments)}");
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;
using AksEgress.Rendering.Report;

namespace AksEgress.Generation;

/// <summary>What stays of a document, in one environment where it has several, or of a topology in code, once its files are in the staging area.</summary>
/// <param name="Document">The full path of the document, or the full name of the member.</param>
/// <param name="Code">The topology in code; null for a document.</param>
/// <param name="Folder">Where its files are staged.</param>
/// <param name="Name">The name of its topology; empty where it has none.</param>
/// <param name="NameSpan">Where the name is said.</param>
/// <param name="Files">Its files; none when it has errors.</param>
/// <param name="Diagnostics">What was found in it.</param>
internal sealed record StagedDocument(string Document, CodeTopology? Code, string Folder, string Name, SourceSpan NameSpan, List<StagedFile> Files, DiagnosticBag Diagnostics)
{
    private StagedDocument(string document, CodeTopology? code, string folder, EgressTopology? topology, DiagnosticOptions options)
        : this(document, code, folder, topology?.Name ?? "", topology?.At(nameof(topology.Name)) ?? SourceSpan.None, [], DiagnosticPolicy.NewBag(options, topology))
    {
    }

    /// <summary>Where what has no place of its own is found.</summary>
    public SourceSpan Place => Code?.Member.Span ?? SourceSpan.WholeFile(Document);

    /// <summary>The environment; null where the document has none.</summary>
    public string? Environment { get; init; }

    /// <summary>The full paths of the files that the document includes.</summary>
    public IReadOnlyList<string> IncludedFiles { get; init; } = [];

    /// <summary>The document and its environment, for messages.</summary>
    public DocumentAddress Address => new(Document, Environment);

    /// <summary>Stages the files of a topology in code.</summary>
    /// <exception cref="IOException">The files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The files cannot be written.</exception>
    public static StagedDocument Create(CodeTopology code, GenerationOptions options, TemplateSet templates, string folder, CancellationToken cancellationToken)
    {
        var resolved = code.Topology.Resolve();
        var staged = new StagedDocument(code.Member.Name, code, folder, code.Topology, options.Diagnostics);
        staged.Render(resolved, resolved.ValidateResolved(options.Diagnostics), templates, cancellationToken);
        return staged;
    }

    /// <summary>Reads a document and stages its files, for each environment that is asked for.</summary>
    /// <exception cref="IOException">The files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The files cannot be written.</exception>
    public static IReadOnlyList<StagedDocument> Create(DocumentAddress address, GenerationOptions options, TemplateSet templates, string folder, CancellationToken cancellationToken)
    {
        var path = address.File;
        try
        {
            var variants = address.Read().Variants;
            return [.. variants.Select((variant, index) => Create(path, variant, options, templates, variants.Count == 1 ? folder : StagingArea.Folder(folder, index), cancellationToken))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new(path, null, folder, "", SourceSpan.None, [], [GenerationDiagnostics.UnreadableDocument.At(SourceSpan.WholeFile(path), $"The document cannot be read. {FileProblem.OfReading(e, path)}")])];
        }
    }

    /// <summary>What was found in topologies of one document or member, at its places.</summary>
    public static DiagnosticBag Findings(IReadOnlyList<StagedDocument> topologies) => topologies is [{ Environment: not null }, _, ..]
        ? EnvironmentFindings.Merge([.. topologies.Select(staged => (staged.Environment!, staged.Findings()))])
        : [.. topologies.SelectMany(staged => staged.Findings().All)];

    /// <summary>Stages a file.</summary>
    public void Add(RenderedFile file)
    {
        OutputFolder.Write(Folder, file);
        Files.Add(new(file.Path, file.Kind));
    }

    /// <summary>Makes the folders that the files go to; what stands in their way is found before the first file of any document is moved.</summary>
    /// <exception cref="IOException">A folder cannot be made, or stands where a file goes.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be made.</exception>
    public void PrepareMove(string outputDirectory)
    {
        foreach (var file in Files)
        {
            var target = Target(outputDirectory, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Directory.Exists(target))
            {
                throw new IOException($"'{target}' is a folder.");
            }
        }
    }

    /// <summary>Moves the files to the folder of the topology.</summary>
    public IEnumerable<GeneratedFile> MoveTo(string outputDirectory)
    {
        foreach (var file in Files)
        {
            var target = Target(outputDirectory, file);
            File.Move(Path.Combine(Folder, file.Path), target, overwrite: true);
            yield return new(target, $"{Name}/{file.Path}", file.Kind, Name, Document);
        }
    }

    /// <summary>The files as they are written in every place: findings that have none of their own get theirs afterwards.</summary>
    private void Render(EgressTopology? resolved, DiagnosticBag findings, TemplateSet templates, CancellationToken cancellationToken)
    {
        Diagnostics.AddRange(findings);
        if (Diagnostics.HasErrors)
        {
            return;
        }

        foreach (var file in TopologyRenderer.Render(resolved!, templates, Diagnostics, cancellationToken).Concat(ReportRenderer.Render(resolved!, Diagnostics, templates, Diagnostics, cancellationToken)))
        {
            Add(file);
        }
    }

    private string Target(string outputDirectory, StagedFile file) => Path.Combine(outputDirectory, Name, file.Path);

    private static StagedDocument Create(string path, TopologyDocument document, GenerationOptions options, TemplateSet templates, string folder, CancellationToken cancellationToken)
    {
        var resolved = document.Readable?.Resolve();
        var staged = new StagedDocument(path, null, folder, document.Readable, options.Diagnostics) { Environment = document.Environment, IncludedFiles = document.IncludedFiles };
        staged.Render(resolved, document.Validate(resolved, options.Diagnostics), templates, cancellationToken);
        return staged;
    }

    private DiagnosticBag Findings() =>
        [.. Diagnostics.All.Select(finding => Code is not null ? Code.Place(finding) : finding.In(Document))];
}

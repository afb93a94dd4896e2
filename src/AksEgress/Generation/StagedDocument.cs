using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;

namespace AksEgress.Generation;

/// <summary>What stays of a document once its files are in the staging area.</summary>
/// <param name="Document">The full path of the document.</param>
/// <param name="Folder">Where its files are staged.</param>
/// <param name="Name">The name of its topology; empty where it has none.</param>
/// <param name="NameSpan">Where the name is said.</param>
/// <param name="Files">Its files; none when it has errors.</param>
/// <param name="Diagnostics">What was found in it.</param>
internal sealed record StagedDocument(string Document, string Folder, string Name, SourceSpan NameSpan, List<StagedFile> Files, DiagnosticBag Diagnostics)
{
    /// <summary>Reads a document and stages its files.</summary>
    /// <exception cref="IOException">The files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The files cannot be written.</exception>
    public static StagedDocument Create(string path, GenerationOptions options, TemplateSet templates, string folder, CancellationToken cancellationToken)
    {
        var (topology, unread) = Read(path);
        var diagnostics = DiagnosticPolicy.NewBag(options.Diagnostics, topology);
        diagnostics.AddRange(unread);
        var staged = new StagedDocument(path, folder, topology?.Name ?? "", topology?.Origin.Of(nameof(topology.Name)) ?? default, [], diagnostics);
        if (topology is not null)
        {
            var resolved = topology.Resolve();
            diagnostics.AddRange(EgressTopologyExtensions.Validate(topology, resolved, options.Diagnostics));
            if (!diagnostics.HasErrors)
            {
                foreach (var file in TopologyRenderer.Render(resolved, templates, diagnostics, cancellationToken))
                {
                    staged.Add(file);
                }
            }
        }

        return staged;
    }

    /// <summary>Stages a file.</summary>
    public void Add(RenderedFile file)
    {
        OutputFolder.Write(Folder, file);
        Files.Add(new(file.Path, file.Kind));
    }

    /// <summary>Moves the files to the folder of the topology.</summary>
    public IEnumerable<GeneratedFile> MoveTo(string outputDirectory)
    {
        foreach (var file in Files)
        {
            var target = Path.Combine(outputDirectory, Name, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(Folder, file.Path), target, overwrite: true);
            yield return new(target, $"{Name}/{file.Path}", file.Kind, Name);
        }
    }

    private static (EgressTopology? Topology, DiagnosticBag Diagnostics) Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            // One byte over the limit is enough to see that it is exceeded.
            var bytes = new byte[Math.Min(stream.Length, TopologyDocument.MaxSize + 1)];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var document = TopologyDocument.Parse(bytes.AsSpan(0, count), path);
            return (document.Topology, document.Diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [GenerationDiagnostics.UnreadableDocument.At(SourceSpan.WholeFile(path), $"The document cannot be read: {e.Message}")]);
        }
    }
}

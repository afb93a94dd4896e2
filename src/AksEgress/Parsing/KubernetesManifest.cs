using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>The images that Kubernetes manifests name: YAML with any number of documents, or JSON.</summary>
public sealed class KubernetesManifest
{
    /// <summary>The greatest size of a file, in bytes: 16 MiB.</summary>
    public const int MaxSize = 16 * 1024 * 1024;

    private KubernetesManifest(ValueList<ImageUse> images, DiagnosticBag diagnostics)
    {
        Images = images;
        Diagnostics = diagnostics;
    }

    /// <summary>The images of containers, init containers, ephemeral containers and image volumes of everything that makes pods, in the order of their places.</summary>
    public ValueList<ImageUse> Images { get; }

    /// <summary>What could not be read, and may hide images; empty for a good file.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>Reads a file. Never throws, whatever the bytes.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark, at most <see cref="MaxSize"/>.</param>
    /// <param name="file">Name for the places.</param>
    public static KubernetesManifest Parse(ReadOnlySpan<byte> utf8, string? file = null)
    {
        var diagnostics = new DiagnosticBag();
        if (utf8.Length > MaxSize)
        {
            diagnostics.Add(DocumentDiagnostics.TooLarge, SourceSpan.WholeFile(file), "The file has more than 16 MiB. Split it.");
            return new([], diagnostics);
        }

        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
        if (Utf8Text.FindProblem(utf8, file) is { } problem)
        {
            diagnostics.Add(problem);
            return new([], diagnostics);
        }

        var images = new List<ImageUse>();
        foreach (var root in new YamlTreeReader(file, diagnostics).ReadStream(Encoding.UTF8.GetString(utf8)))
        {
            images.AddRange(WorkloadImages.Of(root));
        }

        return new([.. images], diagnostics.Sorted());
    }
}

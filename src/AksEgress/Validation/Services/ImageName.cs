using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>An image as container runtimes read it.</summary>
internal sealed class ImageName() : TopologyRule("AKSE2604", Error, "An image is named as container runtimes read it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Topology.ConnectivityCheck is { Image: var image } check && !check.IsUnreadable(nameof(ConnectivityCheck.Image)) && ImageReference.Find(image) is null)
        {
            yield return At(check.At(nameof(ConnectivityCheck.Image)), $"'{FreeText.Printable(image)}' does not name an image. Write registry/path:tag or registry/path@sha256:digest, the path in lower case.");
        }
    }

    /// <summary>The host that serves the image, or null for what is no image. Docker Hub's name in images is not its host.</summary>
    public static string? RegistryOf(string image) => ImageReference.Find(image) is not { Registry: var registry } ? null : registry is "docker.io" or "index.docker.io" ? "registry-1.docker.io" : registry;
}

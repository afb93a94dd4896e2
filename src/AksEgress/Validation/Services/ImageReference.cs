using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>An image as container runtimes read it.</summary>
internal sealed partial class ImageReference() : TopologyRule("AKSE2604", Error, "An image is named as container runtimes read it")
{
    private const int MaxLength = 512;
    private const string DockerHub = "registry-1.docker.io";

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Topology.ConnectivityCheck is { Image: var image } check && !check.IsUnreadable(nameof(ConnectivityCheck.Image)) && (image.Length > MaxLength || !Grammar().IsMatch(image)))
        {
            yield return At(check.At(nameof(ConnectivityCheck.Image)), $"'{FreeText.Printable(image)}' does not name an image. Write registry/path:tag or registry/path@sha256:digest, the path in lower case.");
        }
    }

    /// <summary>The host that serves the image, or null for what is no image. What names no registry is of Docker Hub, whose name in images is not its host.</summary>
    public static string? RegistryOf(string image)
    {
        if (!Grammar().IsMatch(image))
        {
            return null;
        }

        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var registry = slash < 0 ? "" : image[..slash].ToLowerInvariant();
        var colon = registry.IndexOf(':', StringComparison.Ordinal);
        return !registry.Contains('.', StringComparison.Ordinal) && colon < 0 && registry != "localhost" ? DockerHub
            : registry is "docker.io" or "index.docker.io" ? DockerHub
            : colon < 0 ? registry : registry[..colon];
    }

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}

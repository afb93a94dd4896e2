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

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Topology.ConnectivityCheck is { Image: var image } check && !check.IsUnreadable(nameof(ConnectivityCheck.Image)) && (image.Length > MaxLength || !Grammar().IsMatch(image)))
        {
            yield return At(check.At(nameof(ConnectivityCheck.Image)), $"'{FreeText.Printable(image)}' does not name an image. Write registry/path:tag or registry/path@sha256:digest, the path in lower case.");
        }
    }

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}

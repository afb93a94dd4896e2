using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>A node that cannot pull the image runs no check.</summary>
internal sealed class CheckImageAllowed() : TopologyRule("AKSE2618", Warning, "The registry of the connectivity check's image is allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Topology.ConnectivityCheck is { } check && !check.IsUnreadable(nameof(ConnectivityCheck.Image)) && ImageName.RegistryOf(check.Image) is { } registry
            && CheckedHost.IsDenied(context, registry))
        {
            yield return At(
                check.At(nameof(ConnectivityCheck.Image)),
                $"The image '{check.Image}' is pulled from {registry}, which no rule allows{CheckedHost.HedgeFor(registry)}: the check would never start (ImagePullBackOff). Allow its registry, or take an image from one that is allowed.") with { Severity = CheckedHost.SeverityFor(registry) };
        }
    }
}

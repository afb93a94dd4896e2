using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A version as AKS writes it.</summary>
internal sealed partial class KubernetesVersion() : TopologyRule("AKSE2408", Error, "A Kubernetes version is 1.minor or 1.minor.patch")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Cluster.KubernetesVersion is { } version && !Grammar().IsMatch(version))
        {
            yield return At(context.Cluster.At(nameof(Cluster.KubernetesVersion)), $"'{FreeText.Printable(version)}' is not a Kubernetes version. Write one such as 1.35 or 1.35.6, or leave the version out for the version that AKS gives new clusters.");
        }
    }

    [GeneratedRegex(@"\A1\.(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}

using System.Globalization;
using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Versions come and go; this is what was true on a day.</summary>
internal sealed class KubernetesVersionSupport() : TopologyRule("AKSE2436", Info, "The Kubernetes version is one that AKS supported when this version of the rules was made")
{
    private static readonly KubernetesVersions _versions = ClusterLimits.Known.KubernetesVersions;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Cluster.KubernetesVersion is { } version && Minor(version) is { } minor && ((minor == _versions.LongTerm && context.Cluster.Tier != ClusterTier.Premium) || minor <= _versions.Deprecated))
        {
            yield return At(context.Cluster.At(nameof(Cluster.KubernetesVersion)), minor == _versions.LongTerm
                ? (FormattableString)$"On {_versions.AsOf:yyyy-MM-dd} AKS supported Kubernetes 1.{minor} with long-term support only. Take the tier premium, or write 1.{_versions.Lowest} to 1.{_versions.Highest}, or leave the version out."
                : $"On {_versions.AsOf:yyyy-MM-dd} Kubernetes 1.{_versions.Deprecated} and what is older was deprecated in AKS. Write 1.{_versions.Lowest} to 1.{_versions.Highest}, or leave the version out.");
        }
    }

    /// <summary>35 of 1.35 and 1.35.6; null for what is no version, which has a finding of its own.</summary>
    private static int? Minor(string version)
    {
        var parts = version.Split('.');
        return parts.Length is 2 or 3 && parts[0] == "1" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : null;
    }
}

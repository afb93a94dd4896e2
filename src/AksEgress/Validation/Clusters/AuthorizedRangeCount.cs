using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>The API server's list has an end.</summary>
internal sealed class AuthorizedRangeCount() : TopologyRule("AKSE2411", Error, "There are at most 200 authorised ranges, frontends included")
{
    private static readonly int _max = Limits.Known.MaxAuthorizedIPRanges.Value;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cluster = context.Cluster;
        var said = cluster.AuthorizedIpRanges!.Count;
        var frontends = context.Firewall.Frontends!;
        var derived = cluster.AuthorizeFrontends == true && !cluster.IsUnreadable(nameof(Cluster.AuthorizeFrontends)) && !cluster.IsUnreadable(nameof(Cluster.PrivateCluster)) ? context.FrontendPrefixCount : 0;
        if (said + derived > _max)
        {
            yield return At(said > 0 ? cluster.At(nameof(Cluster.AuthorizedIpRanges)) : frontends.At(nameof(Frontends.Count)), $"The API server would have {said + derived} authorised ranges, {derived} of them the firewall's frontends; AKS takes {_max}. Merge ranges, or take frontends of one prefix (prefixLength), which is one range.");
        }
    }
}

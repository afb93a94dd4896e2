using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Nodes reach the API server from the firewall's addresses.</summary>
internal sealed class AuthorizedRangesIncomplete() : TopologyRule("AKSE2424", Warning, "The authorised ranges hold the firewall's frontends, which nodes come from")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cluster = context.Cluster;
        var ranges = AuthorizedRanges.Of(context).ToList();
        if (context.SteersByRoutes && cluster.AuthorizeFrontends == false && ranges.Count > 0 && !cluster.IsUnreadable(nameof(Cluster.AuthorizeFrontends)) && !ranges.Exists(entry => entry.Range == Cidr.All))
        {
            yield return At(cluster.At(nameof(Cluster.AuthorizeFrontends)), $"The API server would take {string.Join(", ", ranges.Take(3).Select(entry => entry.Range))}{(ranges.Count > 3 ? ", …" : "")} only, and nodes come from the firewall's frontends, whose addresses Azure chooses when it makes them: node set-up ends with exit code 51 (K8SAPIServerConnFail). Leave authorizeFrontends out.");
        }
    }
}

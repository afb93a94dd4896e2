using AksEgress.Model;

namespace AksEgress.Validation.Clusters;

/// <summary>The authorised ranges of a public API server; with a private one they are a mistake as a whole.</summary>
internal static class AuthorizedRanges
{
    /// <summary>Each range with its place in the list; none where something is missing that could not be read.</summary>
    public static IEnumerable<(int Index, Cidr Range)> Of(ValidationContext context)
    {
        var cluster = context.Cluster;
        return cluster.PrivateCluster == true || cluster.IsUnreadable(nameof(Cluster.PrivateCluster)) || cluster.IsUnreadable(nameof(Cluster.AuthorizedIpRanges)) ? [] : cluster.AuthorizedIpRanges!.Index();
    }
}

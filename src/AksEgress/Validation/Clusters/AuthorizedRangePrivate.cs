using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A public API server sees public addresses.</summary>
internal sealed class AuthorizedRangePrivate() : TopologyRule("AKSE2427", Warning, "Authorised ranges are public addresses")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in AuthorizedRanges.Of(context)
        where KnownRanges.Private.Contains(entry.Range)
        select At(context.Cluster.At(nameof(Cluster.AuthorizedIpRanges), entry.Index), $"{entry.Range} is private, and the public API server never sees such an address: it lets in nobody. Write the public address that these clients leave from, or make the API server private (privateCluster: true) and remove authorizedIpRanges.");
}

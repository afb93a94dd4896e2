using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A word of AKS for an address that a cluster behind a firewall has not.</summary>
internal sealed class AuthorizedRangeOfBalancer() : TopologyRule("AKSE2426", Info, "The authorised range 0.0.0.0/32 is for clusters with a load balancer's outbound address")
{
    private static readonly Cidr _balancer = new(default, 32);

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in context.SteersByRoutes ? AuthorizedRanges.Of(context) : []
        where entry.Range == _balancer
        select At(context.Cluster.At(nameof(Cluster.AuthorizedIpRanges), entry.Index), $"{entry.Range} means the outbound address of the cluster's own load balancer, which outbound type userDefinedRouting has not: it lets in nobody. Remove it; the firewall's addresses are added without being said.");
}

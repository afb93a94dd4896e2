using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A list that has everybody is none.</summary>
internal sealed class AuthorizedRangeOpen() : TopologyRule("AKSE2425", Warning, "The authorised ranges do not hold every address")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in AuthorizedRanges.Of(context)
        where entry.Range == Cidr.All
        select At(context.Cluster.At(nameof(Cluster.AuthorizedIpRanges), entry.Index), $"The range {entry.Range} opens the API server to the whole Internet. Write the addresses that you come from; the firewall's are added without being said.");
}

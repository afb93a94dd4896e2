using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A list that has everybody is none.</summary>
internal sealed class AuthorizedRangeOpen() : TopologyRule("AKSE2425", Warning, "The authorised ranges do not hold every address")
{
    private const string Advice = "Write the addresses that you come from; the firewall's are added without being said.";

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var ranges = AuthorizedRanges.Of(context).ToList();
        var whole = ranges.Where(entry => entry.Range == Cidr.All).ToList();
        foreach (var entry in whole)
        {
            yield return At(context.Cluster.At(nameof(Cluster.AuthorizedIpRanges), entry.Index), $"The range {entry.Range} opens the API server to the whole Internet. {Advice}");
        }

        if (whole.Count == 0 && new PrefixSet(ranges.Select(entry => entry.Range)).IsEverything)
        {
            yield return At(context.Cluster.At(nameof(Cluster.AuthorizedIpRanges)), $"The {ranges.Count} ranges are every address together, and open the API server to the whole Internet. {Advice}");
        }
    }
}

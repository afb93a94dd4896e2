using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>The location stands in templates, hosts and service tags.</summary>
internal sealed partial class Location() : TopologyRule("AKSE2015", Error, "A location is a region's ARM name")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var topology = context.Topology;
        if (!topology.IsUnreadable(nameof(EgressTopology.Location)) && !IsName(topology.Location))
        {
            var name = topology.Location.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            yield return At(topology.At(nameof(EgressTopology.Location)), $"'{FreeText.Printable(topology.Location)}' is not the ARM name of a region, which hosts and service tags are made from. Write {(IsName(name) ? name : "a name such as eastus")}.");
        }
    }

    /// <summary>True for what can be the ARM name of a region.</summary>
    public static bool IsName(string location) => Grammar().IsMatch(location);

    [GeneratedRegex(@"\A[a-z][a-z0-9]{2,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}

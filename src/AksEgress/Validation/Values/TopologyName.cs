using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>The name is a folder's, and the beginning of every derived name.</summary>
internal sealed partial class TopologyName() : TopologyRule("AKSE2014", Error, "A topology's name is 1 to 40 lower-case letters, digits and hyphens, from a letter to a letter or digit")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var topology = context.Topology;
        if (!topology.IsUnreadable(nameof(EgressTopology.Name)) && !IsValid(topology.Name))
        {
            yield return At(topology.At(nameof(EgressTopology.Name)), Device().IsMatch(topology.Name)
                ? (FormattableString)$"'{topology.Name}' is a device on Windows and cannot name the folder of the outputs. Write another name, such as {topology.Name}-egress."
                : $"'{FreeText.Printable(topology.Name)}' cannot name a topology: the name is a folder and begins the names of all resources. Write 1 to 40 lower-case letters, digits and hyphens, from a letter to a letter or digit, such as aks-egress.");
        }
    }

    internal static bool IsValid(string name) => Grammar().IsMatch(name) && !Device().IsMatch(name);

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]{0,38}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();

    [GeneratedRegex(@"\A(con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>A network has addresses.</summary>
internal sealed class AddressSpaceMissing() : TopologyRule("AKSE2111", Error, "A network has an address space")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (network.AddressSpace.Count == 0 && !network.IsUnreadable(nameof(VirtualNetwork.AddressSpace)) && !context.Topology.IsUnreadable(nameof(EgressTopology.Network)))
        {
            yield return At(network.At(nameof(VirtualNetwork.AddressSpace)), $"The network has no address space, and Azure refuses it. Write one, such as 10.42.0.0/16.");
        }
    }
}

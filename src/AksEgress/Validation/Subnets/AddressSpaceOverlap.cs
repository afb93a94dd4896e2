using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Address spaces share no addresses.</summary>
internal sealed class AddressSpaceOverlap() : TopologyRule("AKSE2109", Error, "The address spaces of a network do not overlap")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Overlaps.Of(context.Network.AddressSpace.Select((space, index) => (Space: space, Index: index)), entry => entry.Space)
        select At(context.Network.At(nameof(VirtualNetwork.AddressSpace), pair.Later.Index), $"The address space {pair.Later.Space} overlaps {pair.Earlier.Space}, and Azure refuses that. Remove one of them.");
}

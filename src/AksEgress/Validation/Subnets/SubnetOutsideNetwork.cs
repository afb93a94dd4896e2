using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Subnets lie in the network's address spaces.</summary>
internal sealed class SubnetOutsideNetwork() : TopologyRule("AKSE2107", Error, "A subnet lies inside one address space of its network")
{
    private const int MaxListed = 4;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var spaces = context.Network.AddressSpace;
        return context.Topology.IsUnreadable(nameof(EgressTopology.Network)) || context.Network.IsUnreadable(nameof(VirtualNetwork.AddressSpace)) || spaces.Count == 0 ? [] :
            from subnet in context.ReadableSubnets
            where !context.AddressSpace.Contains(subnet.Prefix)
            select At(subnet.At(nameof(Subnet.Prefix)), $"'{subnet.Name}' ({subnet.Prefix}) is not inside the network's address space ({Listed(spaces)}), and Azure refuses it (NetcfgSubnetRangeOutsideVnet). Choose a prefix in there, or add an address space.");
    }

    /// <summary>Enough of them to recognise the network by; a message for each subnet must not repeat them all.</summary>
    private static string Listed(ValueList<Cidr> spaces) => string.Join(", ", spaces.Take(MaxListed)) + (spaces.Count > MaxListed ? ", …" : "");
}

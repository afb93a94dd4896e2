using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Subnets share no addresses.</summary>
internal sealed class SubnetOverlap() : TopologyRule("AKSE2108", Error, "Subnets do not overlap")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Overlaps.Of(context.ReadableSubnets, subnet => subnet.Prefix)
        select At(pair.Later.At(nameof(Subnet.Prefix)), $"'{pair.Later.Name}' ({pair.Later.Prefix}) overlaps '{pair.Earlier.Name}' ({pair.Earlier.Prefix}), and Azure refuses that (NetcfgSubnetRangesOverlap). Give one of them other addresses.");
}

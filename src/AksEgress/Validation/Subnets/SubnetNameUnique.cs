using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Subnets;

/// <summary>Subnets are told apart by name.</summary>
internal sealed class SubnetNameUnique() : TopologyRule("AKSE2110", Error, "The names of subnets are unique in their network")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Duplicates.OfNames(context.Network.Subnets, subnet => subnet.Name)
        select At(pair.Later.At(nameof(Subnet.Name)), $"A second subnet is called '{pair.Later.Name}'; Azure would overwrite the first. Give it another name.");
}

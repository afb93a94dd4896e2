using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>The firewall's subnets leave it room to grow.</summary>
internal abstract class ReservedSubnetSize(string code, string title, SubnetRole role) : TopologyRule(code, DiagnosticSeverity.Error, title)
{
    private ReservedSubnet Reserved => Limits.Known.SubnetOf(role);

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnet in context.ReadableSubnets
        where subnet.Role == role && subnet.Prefix.Length > Reserved.MaxPrefixLength
        select At(subnet.At(nameof(Subnet.Prefix)), $"'{subnet.Name}' has the prefix {subnet.Prefix}, which is too small: Azure takes /{Reserved.MaxPrefixLength} or larger, so that the firewall can scale out. Write a prefix of /{Reserved.MaxPrefixLength}.");
}

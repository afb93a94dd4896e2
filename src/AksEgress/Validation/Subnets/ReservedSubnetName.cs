using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>Azure finds the firewall's subnets by their names, to the letter.</summary>
internal abstract class ReservedSubnetName(string code, string title, SubnetRole role) : TopologyRule(code, DiagnosticSeverity.Error, title)
{
    private ReservedSubnet Reserved => Limits.Known.SubnetOf(role);

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnet in context.Network.Subnets
        where !subnet.IsUnreadable(nameof(Subnet.Name)) && !subnet.IsUnreadable(nameof(Subnet.Role))
        where subnet.Role == role ? subnet.Name != Reserved.Name : string.Equals(subnet.Name, Reserved.Name, StringComparison.OrdinalIgnoreCase)
        select subnet.Name == Reserved.Name
            ? At(subnet.At(nameof(Subnet.Role)), $"'{subnet.Name}' has the role {DocumentWord.Of(subnet.Role!.Value)}, but Azure keeps a subnet of that name for the firewall alone. Leave the role out, or name the subnet otherwise.")
            : At(subnet.At(nameof(Subnet.Name)), $"The firewall's subnet is called '{subnet.Name}' here; Azure finds it only as {Reserved.Name}, with these upper and lower case letters. Write {Reserved.Name}.");
}

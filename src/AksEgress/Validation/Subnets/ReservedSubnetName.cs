using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>Azure finds the firewall's subnets by their names, to the letter.</summary>
internal abstract class ReservedSubnetName(string code, string title, ReservedSubnet reserved, SubnetRole role) : TopologyRule(code, DiagnosticSeverity.Error, title)
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from subnet in context.Network.Subnets
        where !subnet.IsUnreadable(nameof(Subnet.Name)) && !subnet.IsUnreadable(nameof(Subnet.Role))
        where subnet.Role == role ? subnet.Name != reserved.Name : string.Equals(subnet.Name, reserved.Name, StringComparison.OrdinalIgnoreCase)
        select subnet.Name == reserved.Name
            ? At(subnet.At(nameof(Subnet.Role)), $"'{subnet.Name}' has the role {DocumentWord.Of(subnet.Role!.Value)}, but Azure keeps a subnet of that name for the firewall alone. Leave the role out, or name the subnet otherwise.")
            : At(subnet.At(nameof(Subnet.Name)), $"The firewall's subnet is called '{subnet.Name}' here; Azure finds it only as {reserved.Name}, with these upper and lower case letters. Write {reserved.Name}.");
}

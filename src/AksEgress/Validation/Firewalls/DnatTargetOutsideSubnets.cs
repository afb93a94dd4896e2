using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Addresses of the network are in use only where it has a subnet. Other networks are not known.</summary>
internal sealed class DnatTargetOutsideSubnets() : TopologyRule("AKSE2235", Warning, "A DNAT rule that translates into the network translates into a subnet of it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // A subnet that could not be read may hold the address.
        if (!context.Subnets.IsComplete || context.ReadableSubnets.Count != context.Network.Subnets.Count)
        {
            yield break;
        }

        foreach (var (rule, address, subnet) in DnatTargets.In(context))
        {
            if (subnet is null && context.AddressSpace.Contains(address))
            {
                yield return At(rule.At(nameof(DnatRule.TranslatedAddress)), $"DNAT rule '{rule.Name}' translates to {address}, which is in the network but in none of its subnets, so nothing answers there. Write the address of what shall be reached.");
            }
        }
    }
}

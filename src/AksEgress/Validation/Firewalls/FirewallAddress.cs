using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Azure gives the firewall an address of its subnet.</summary>
internal sealed class FirewallAddress() : TopologyRule("AKSE2204", Error, "The firewall's private address is one that Azure can give it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.FirewallAddress is { } address && context.FirewallSubnet is { Prefix: var prefix } && !UsableAddresses.Contain(prefix, address) && UsableAddresses.First(prefix) is { } first)
        {
            yield return At(context.Firewall.At(nameof(Firewall.PrivateIpAddress)), $"The firewall cannot have the address {address}: Azure gives it one of {prefix}, without the first four and the last, in practice {first}. Leave privateIpAddress out.");
        }
    }
}

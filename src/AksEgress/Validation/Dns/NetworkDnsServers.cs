using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Dns;

/// <summary>Who asks elsewhere gets other addresses than the firewall knows.</summary>
internal sealed class NetworkDnsServers() : TopologyRule("AKSE2501", Warning, "With hosts in network rules, the network's DNS server is the firewall")
{
    /// <summary>True when the rule is broken.</summary>
    internal static bool Applies(ValidationContext context) =>
        context.KnowsProxy && context.Firewall.Dns!.Proxy == true && context.FirewallAddress is { } address && !context.Network.IsUnreadable(nameof(VirtualNetwork.DnsServers))
        && !(context.Network.DnsServers is [var server] && server == address) && context.Policy.FirstWithHosts is not null;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var network = context.Network;
        if (Applies(context))
        {
            var rule = context.Policy.FirstWithHosts!;
            var asked = network.DnsServers!.Count == 0 ? "Azure's own DNS" : string.Join(", ", network.DnsServers);
            var finding = At(
                network.At(nameof(VirtualNetwork.DnsServers)),
                $"Network rule '{rule.Name}' names hosts, but the network asks {asked}: {(MayForward(context) ? "unless those servers forward to the firewall, " : "")}nodes and firewall may see different addresses, and the rule does not match. Leave dnsServers out, or name {context.FirewallAddress} alone there{(MayForward(context) ? $", or let the servers forward to {context.FirewallAddress}" : "")}.");
            yield return MayForward(context) ? finding with { Severity = Info } : finding;
        }
    }

    /// <summary>True when all of the servers are the firewall or servers of one's own. What those forward to is not in the text.</summary>
    private static bool MayForward(ValidationContext context) =>
        context.Network.DnsServers!.Count > 0
        && context.Network.DnsServers.All(server => server == context.FirewallAddress || KnownRanges.Private.Contains(server) || context.AddressSpace.Contains(server));
}

using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Resolution;

/// <summary>Names, addresses and settings of the firewall.</summary>
internal static class FirewallResolution
{
    public static Firewall Resolve(EgressTopology topology, SubnetPlan subnets)
    {
        var said = topology.Firewall ?? new Firewall { Origin = topology.Origin.Derived };
        var tier = said.Tier ?? FirewallTier.Standard;
        var dns = said.Dns ?? new FirewallDns { Origin = said.Origin.Derived };
        var policy = said.Policy ?? new FirewallPolicy { Origin = said.Origin.Derived };
        var isManaged = subnets.All.Any(subnet => subnet.Role == SubnetRole.FirewallManagement);
        return said with
        {
            Name = said.Name ?? $"{topology.Stem}-fw",
            Tier = tier,
            Zones = said.Zones ?? [],
            Frontends = ResolveFrontends(topology, said),
            ManagementPublicIpName = said.ManagementPublicIpName ?? (isManaged ? $"{topology.Stem}-fwmgmtpublicip" : null),
            ManagementConfigurationName = said.ManagementConfigurationName ?? (isManaged ? $"{topology.Stem}-fwmgmtconfig" : null),
            PrivateIpAddress = said.PrivateIpAddress ?? Predict(subnets.Firewall),
            ThreatIntelMode = said.ThreatIntelMode ?? ThreatIntelMode.Alert,
            Dns = dns with { Proxy = dns.Proxy ?? tier != FirewallTier.Basic, Servers = dns.Servers ?? [] },
            Policy = policy with { Name = policy.Name ?? $"{topology.Stem}-fwpolicy" },
        };
    }

    private static Frontends ResolveFrontends(EgressTopology topology, Firewall firewall)
    {
        var said = firewall.Frontends ?? new Frontends { Origin = firewall.Origin.Derived };
        return said with
        {
            Count = said.Count ?? (said.PrefixLength is >= 2 and <= 32 and var length ? 1 << (32 - length) : 1),
            Name = said.Name ?? $"{topology.Stem}-fwpublicip",
            ConfigurationName = said.ConfigurationName ?? $"{topology.Stem}-fwconfig",
            PrefixName = said.PrefixName ?? (said.PrefixLength is null ? null : $"{topology.Stem}-fwpublicipprefix"),
        };
    }

    /// <summary>Azure gives the firewall the first address of its subnet that it does not keep for itself.</summary>
    private static Ipv4Address? Predict(Subnet? subnet) =>
        subnet is not null && subnet.Prefix.Count > Limits.Known.ReservedAtSubnetStart.Value
            ? subnet.Prefix.First.Plus(Limits.Known.ReservedAtSubnetStart.Value)
            : null;
}

using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>The addresses that DNAT rules translate to, with the subnets that hold them.</summary>
internal static class DnatTargets
{
    /// <summary>All but the addresses of Services, which rules of their own look at.</summary>
    public static IEnumerable<(DnatRule Rule, Ipv4Address Address, Subnet? Subnet)> In(ValidationContext context)
    {
        var services = context.Topology.Services!.Select(service => service.Address).OfType<Ipv4Address>().ToHashSet();
        var subnets = context.ReadableSubnets.DistinctBy(subnet => subnet.Prefix).ToDictionary(subnet => subnet.Prefix);
        var prefixes = new PrefixSet(subnets.Keys);
        foreach (var rule in context.Policy.DnatRules)
        {
            if (rule.TranslatedAddress is { } address && !services.Contains(address))
            {
                yield return (rule, address, prefixes.Find(Cidr.Of(address)) is { } prefix ? subnets[prefix] : null);
            }
        }
    }
}

using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>The addresses that DNAT rules translate to, with the subnets that hold them.</summary>
internal static class DnatTargets
{
    /// <summary>All but the addresses of Services, which rules of their own look at.</summary>
    public static IEnumerable<(DnatRule Rule, Ipv4Address Address, Subnet? Subnet)> In(ValidationContext context)
    {
        var services = context.Topology.Services!.Select(service => service.Address).OfType<Ipv4Address>().ToHashSet();
        var subnets = context.ReadableSubnets.OrderBy(subnet => subnet.Prefix.First.Value).ThenBy(subnet => subnet.Prefix.Length).ToArray();
        var starts = Array.ConvertAll(subnets, subnet => subnet.Prefix.First.Value);
        foreach (var rule in context.Policy.DnatRules)
        {
            if (rule.TranslatedAddress is { } address && !services.Contains(address))
            {
                var index = Array.BinarySearch(starts, address.Value);
                var subnet = (index < 0 ? ~index - 1 : index) is >= 0 and var nearest ? subnets[nearest] : null;
                yield return (rule, address, subnet is not null && subnet.Prefix.Contains(address) ? subnet : null);
            }
        }
    }
}

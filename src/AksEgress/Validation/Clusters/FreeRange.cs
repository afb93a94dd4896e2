using AksEgress.Model;

namespace AksEgress.Validation.Clusters;

/// <summary>Ranges for services and pods that nobody else has.</summary>
internal static class FreeRange
{
    private static readonly Cidr[] _examples = [Cidr.Parse("172.16.0.0/16"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("10.100.0.0/16"), Cidr.Parse("100.64.0.0/16")];

    /// <summary>A range that would do in place of the one under the key. A network may be so large that there is none.</summary>
    /// <param name="context">The topology.</param>
    /// <param name="member">ServiceCidr or PodCidr.</param>
    public static string Advice(ValidationContext context, string member)
    {
        var network = context.Cluster.Network!;
        var (otherMember, other) = member == nameof(ClusterNetwork.PodCidr) ? (nameof(ClusterNetwork.ServiceCidr), network.ServiceCidr) : (nameof(ClusterNetwork.PodCidr), network.PodCidr);
        // From both ends: who needs two of them gets different ones.
        foreach (var free in member == nameof(ClusterNetwork.PodCidr) ? _examples.Reverse() : _examples)
        {
            if ((network.IsUnreadable(otherMember) || other?.Overlaps(free) != true) && !context.Network.AddressSpace.Any(space => space.Overlaps(free)))
            {
                return $"Write another one under cluster.network.{DocumentWord.OfMember(member)}, such as {free}.";
            }
        }

        return "Make the network's address space smaller, so that private addresses are left over.";
    }
}

using AksEgress.Model;

namespace AksEgress.CommandLine.Init;

/// <summary>A network around the cluster's subnet.</summary>
/// <param name="Space">The address space.</param>
/// <param name="Cluster">The subnet of the cluster.</param>
/// <param name="Firewall">The firewall's subnet.</param>
internal sealed record AddressPlan(Cidr Space, Cidr Cluster, Cidr Firewall)
{
    /// <summary>Azure wants a /26 for a firewall.</summary>
    private const int FirewallLength = 26;

    private const int UsualSpaceLength = 16;

    /// <summary>Greatest prefix that leaves room for a firewall beside it.</summary>
    public const int LeastLength = 9;

    /// <summary>The usual space around the cluster, and the firewall behind the cluster or, where that is the space's end, at its beginning.</summary>
    public static AddressPlan Around(Cidr cluster)
    {
        var space = Enclosing(cluster.First, Math.Min(UsualSpaceLength, cluster.Length - 1));
        var next = cluster.Last == space.Last ? space.First : Enclosing(cluster.Last, Math.Min(FirewallLength, cluster.Length)).Last.Plus(1);
        return new(space, cluster, new(next, FirewallLength));
    }

    private static Cidr Enclosing(Ipv4Address address, int length) => new(new(address.Value & (uint.MaxValue << (32 - length))), length);
}

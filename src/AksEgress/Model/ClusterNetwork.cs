namespace AksEgress.Model;

/// <summary>The cluster's network profile.</summary>
public sealed record ClusterNetwork : Node
{
    /// <summary>Default: <see cref="NetworkPlugin.Azure"/>.</summary>
    public NetworkPlugin? Plugin { get; init; }

    /// <summary>Default with plugin azure: <see cref="NetworkPluginMode.Overlay"/>, or node subnet where a pool has a pod subnet.</summary>
    public NetworkPluginMode? PluginMode { get; init; }

    /// <summary>Default with plugin azure: <see cref="NetworkDataplane.Cilium"/>, or azure where there are Windows pools.</summary>
    public NetworkDataplane? Dataplane { get; init; }

    /// <summary>Default: cilium with that data plane, else calico with kubenet, else azure.</summary>
    public NetworkPolicy? Policy { get; init; }

    /// <summary>Addresses of pods that are not the network's own. Default: 10.244.0.0/16 with overlay and kubenet, else none.</summary>
    public Cidr? PodCidr { get; init; }

    /// <summary>Addresses of Services. Default: 10.0.0.0/16.</summary>
    public Cidr? ServiceCidr { get; init; }

    /// <summary>Address of the cluster's DNS in <see cref="ServiceCidr"/>, not its first. Default: its eleventh address (10.0.0.10).</summary>
    public Ipv4Address? DnsServiceIp { get; init; }
}

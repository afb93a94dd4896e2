namespace AksEgress.Model;

/// <summary>A port of a Kubernetes Service.</summary>
public sealed record ServicePort : Node
{
    /// <summary>Port of the Service.</summary>
    public required PortRange Port { get; init; }

    /// <summary>Port of the pods. Default: <see cref="Port"/>.</summary>
    public PortRange? TargetPort { get; init; }

    /// <summary>Default: TCP.</summary>
    public TransportProtocol? Protocol { get; init; }
}

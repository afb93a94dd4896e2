using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>A connection that somebody opens.</summary>
public sealed record Flow
{
    /// <summary>Where it comes from. Default: any pod.</summary>
    public FlowSource From { get; init; }

    /// <summary>Where it goes.</summary>
    public required FlowTarget To { get; init; }

    /// <summary>The address that the host of <see cref="To"/> has. Default: none, any public address.</summary>
    public Ipv4Address? Address { get; init; }

    /// <summary>The destination port, 1 to 65535; 0 with <see cref="FlowProtocol.Icmp"/>.</summary>
    public required int Port { get; init; }

    /// <summary>The protocol.</summary>
    public required FlowProtocol Protocol { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{From} → {To}{(Address is { } address ? $" ({address})" : "")} {DocumentWord.Of(Protocol)}{(Protocol == FlowProtocol.Icmp ? "" : FormattableString.Invariant($"/{Port}"))}";
}

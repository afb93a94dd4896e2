using System.Diagnostics.CodeAnalysis;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>Where a flow goes: a host by name, a bare address, or a public frontend of the firewall.</summary>
public readonly record struct FlowTarget
{
    private FlowTarget(Fqdn? host, DnatDestination? other)
    {
        Host = host;
        Address = other?.Address;
        Frontend = other?.Frontend;
    }

    /// <summary>The host, or null.</summary>
    public Fqdn? Host { get; }

    /// <summary>The bare address, or null.</summary>
    public Ipv4Address? Address { get; }

    /// <summary>The number of the firewall's frontend, from 1, or null.</summary>
    public int? Frontend { get; }

    /// <summary>A host by name.</summary>
    public static implicit operator FlowTarget(Fqdn host) => FromFqdn(host);

    /// <summary>A bare address.</summary>
    public static implicit operator FlowTarget(Ipv4Address address) => FromIpv4Address(address);

    /// <summary>A host by name.</summary>
    public static FlowTarget FromFqdn(Fqdn host) => new(host, null);

    /// <summary>A bare address.</summary>
    public static FlowTarget FromIpv4Address(Ipv4Address address) => new(null, address);

    /// <summary>A public frontend of the firewall by its number, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static FlowTarget OfFrontend(int number) => new(null, DnatDestination.OfFrontend(number));

    /// <summary>Reads an address, <c>frontend</c>, <c>frontend-2</c> …, or a host.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The target.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryParse(string text, out FlowTarget target, [NotNullWhen(false)] out ValueProblem? problem)
    {
        problem = null;
        if (DnatDestination.TryParse(text, out var other, out _))
        {
            target = new(null, other);
            return true;
        }

        var isHost = Fqdn.TryParse(text, out var host, out problem);
        target = new(host, null);
        return isHost;
    }

    /// <inheritdoc/>
    public override string ToString() => Host?.ToString() ?? Address?.ToString() ?? (Frontend is { } number ? DnatDestination.OfFrontend(number).ToString() : "");
}

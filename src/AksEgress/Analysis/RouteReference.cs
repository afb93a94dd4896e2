using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>The route that a flow takes out of its subnet.</summary>
/// <param name="Table">The route table, or null for one of Azure's own routes.</param>
/// <param name="Name">The route's name, or null for one of Azure's own.</param>
/// <param name="Prefix">What the route is for: a prefix, a service tag, <c>frontends</c>, or the service of an endpoint.</param>
/// <param name="NextHopType">Where it leads, as Azure names it.</param>
/// <param name="NextHopIpAddress">The appliance, or null.</param>
public sealed record RouteReference(string? Table, string? Name, string Prefix, string NextHopType, Ipv4Address? NextHopIpAddress)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Prefix} → {NextHopType}{(NextHopIpAddress is { } address ? $" {address}" : "")}";
}

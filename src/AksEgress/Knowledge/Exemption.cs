using System.Text.Json.Serialization;

namespace AksEgress.Knowledge;

/// <summary>A kind of cluster that can do without an endpoint that others need.</summary>
[JsonConverter(typeof(NamedEnumConverter<Exemption>))]
internal enum Exemption
{
    /// <summary>The API server is reached over a private endpoint.</summary>
    PrivateCluster,

    /// <summary>Nodes and control plane talk through the konnectivity agent, as all current clusters do.</summary>
    Konnectivity,

    /// <summary>All nodes are of March 2021 or later.</summary>
    CurrentNodes,
}

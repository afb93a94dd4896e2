using System.Collections.Immutable;
using System.Globalization;
using AksEgress.Knowledge;
using AksEgress.Model;
using KnownSet = AksEgress.Knowledge.EndpointSet;
using SetName = AksEgress.Model.EndpointSet;

namespace AksEgress.Analysis.Coverage;

/// <summary>What the documents say that a cluster of this kind reaches (Knowledge/endpoint-sets.json, fqdn-tags.json).</summary>
internal sealed class RequiredEndpoints(EgressTopology topology, ClusterSources sources)
{
    // What every cluster needs, or needed once: looked at whether it is allowed or not.
    private static readonly ImmutableArray<SetName> _core = [SetName.Aks, SetName.AksLegacyTunnel, SetName.UbuntuTime];

    /// <summary>The endpoints of the core and of features; what several need is listed once, where it matters most.</summary>
    public IEnumerable<Requirement> Of(IEnumerable<SetName> features) => _core.Concat(features).Distinct()
        .Select(name => EndpointSets.Find(DocumentWord.Of(name))!)
        .SelectMany(set => (set.For(topology.Cloud!.Value).Endpoints ?? []).SelectMany(endpoint => Of(set, endpoint)))
        .GroupBy(requirement => (requirement.Targets[0], requirement.Protocol, requirement.Port), (_, same) => same.MinBy(requirement => requirement.Importance)!);

    private IEnumerable<Requirement> Of(KnownSet set, Endpoint endpoint) => endpoint switch
    {
        // For the tag, what it is documented to hold.
        FqdnTagEndpoint tag => FqdnTags.Find(tag.Tag)!.Covers.SelectMany(covered => Of(set, covered)),
        FqdnEndpoint application => application.Protocols.SelectMany(protocol => application.Fqdns.Select(host => Of(set, endpoint, host, ProtocolOf(protocol), PortOf(protocol)))),
        NetworkFqdnEndpoint network => network.Fqdns.Select(host => Of(set, endpoint, host, Transport(network.Protocol), network.Port)),
        NetworkServiceTagEndpoint network => [Of(set, endpoint, network.Tag, Transport(network.Protocol), network.Port) with { IsServiceTag = true }],
        _ => throw new InvalidOperationException(endpoint.GetType().Name),
    };

    private Requirement Of(KnownSet set, Endpoint endpoint, string target, FlowProtocol protocol, int port) => new()
    {
        Set = set.Name,
        Endpoint = endpoint.Name,
        Targets = [Placeholders.Fill(target, topology.Location)],
        Protocol = protocol,
        Port = port,
        Purpose = endpoint.Purpose,
        Importance = ImportanceOf(set, endpoint, target),
        Source = endpoint.Source,
        From = set.Nodes is { } os ? sources.OfNodes(os) : sources.All,
    };

    private Importance ImportanceOf(KnownSet set, Endpoint endpoint, string target)
    {
        var cluster = topology.Cluster!;
        var isCore = _core.Any(name => DocumentWord.Of(name) == set.Name);

        // A network isolated cluster bootstraps from a private cache (concepts-network-isolated).
        return (isCore && cluster.OutboundType == OutboundType.None) || (cluster.PrivateCluster == true && endpoint.Exempt.Contains(Exemption.PrivateCluster)) ? Importance.NotRequired
            : endpoint.Exempt.Contains(Exemption.Konnectivity) || endpoint.Exempt.Contains(Exemption.CurrentNodes) || FirewallFacts.Known.ReplacedHosts.Any(replaced => replaced.Former == target) ? Importance.Legacy
            : endpoint.Optional ? Importance.Optional
            : isCore ? Importance.Required
            : Importance.Feature;
    }

    private static FlowProtocol ProtocolOf(string text) => text.StartsWith("https:", StringComparison.Ordinal) ? FlowProtocol.Https : FlowProtocol.Http;

    private static int PortOf(string text) => int.Parse(text.AsSpan(text.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static FlowProtocol Transport(string text) => text == "udp" ? FlowProtocol.Udp : FlowProtocol.Tcp;
}

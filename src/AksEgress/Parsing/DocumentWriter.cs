using System.Globalization;
using AksEgress.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AksEgress.Parsing;

/// <summary>Writes what a template holds of a topology as a document, the way people write it: what fits on a line stands on one.</summary>
internal sealed class DocumentWriter
{
    private const int MaxLine = 140;

    private readonly Emitter _emitter;

    private DocumentWriter(TextWriter text) => _emitter = new(text, new EmitterSettings().WithBestWidth(int.MaxValue).WithIndentedSequences().WithNewLine("\n"));

    /// <summary>The document; read again it says the same.</summary>
    /// <param name="topology">The topology, as it is to be said.</param>
    /// <param name="comments">Lines to put at the top.</param>
    public static string Write(EgressTopology topology, IEnumerable<string> comments)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var writer = new DocumentWriter(text);
        writer._emitter.Emit(new StreamStart());
        writer._emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        writer.Emit(Topology(topology), isRoot: true);
        writer._emitter.Emit(new DocumentEnd(isImplicit: true));
        writer._emitter.Emit(new StreamEnd());
        var lines = comments.Select(comment => $"# {new string([.. comment.Select(character => char.IsControl(character) ? ' ' : character)])}\n").ToList();
        return string.Concat(lines) + (lines.Count > 0 ? "\n" : "") + Spaced(text.ToString());
    }

    /// <summary>With an empty line before each part of the document.</summary>
    private static string Spaced(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return string.Concat(lines.Select((line, i) => (i > 0 && line.Length > 0 && char.IsAsciiLetter(line[0]) && (line[^1] == ':' || line.StartsWith("allow:", StringComparison.Ordinal)) ? "\n" : "") + line + "\n"));
    }

    private static DocumentPart Topology(EgressTopology topology) => new()
    {
        { nameof(topology.Name), topology.Name },
        { nameof(topology.Location), topology.Location },
        { nameof(topology.Cloud), topology.Cloud },
        { nameof(topology.ResourceGroup), topology.ResourceGroup },
        { nameof(topology.Tags), topology.Tags is { } tags ? DocumentPart.OfPairs(tags.Select(tag => (tag.Name, tag.Value))) : null },
        { nameof(topology.Network), Network(topology.Network) },
        { nameof(topology.Firewall), topology.Firewall is { } firewall ? Firewall(firewall) : null },
        { nameof(topology.Cluster), topology.Cluster is { } cluster ? Cluster(cluster) : null },
        { nameof(topology.Allow), topology.Allow?.Select(entry => entry.Set is { } set ? (object)set : Allow(entry)) },
        { nameof(topology.Rules), topology.Rules?.Select(Collection) },
    };

    private static DocumentPart Network(VirtualNetwork network) => new()
    {
        { nameof(network.Name), network.Name },
        { nameof(network.AddressSpace), network.AddressSpace },
        { nameof(network.DnsServers), network.DnsServers },
        {
            nameof(network.Subnets), network.Subnets.Select(subnet => new DocumentPart
            {
                { nameof(subnet.Name), subnet.Name },
                { nameof(subnet.Prefix), subnet.Prefix },
                { nameof(subnet.Role), subnet.Role },
                { nameof(subnet.RouteTable), subnet.RouteTable },
                { nameof(subnet.ServiceEndpoints), subnet.ServiceEndpoints },
            })
        },
        {
            nameof(network.RouteTables), network.RouteTables?.Select(table => new DocumentPart
            {
                { nameof(table.Name), table.Name },
                { nameof(table.DisableBgpRoutePropagation), table.DisableBgpRoutePropagation },
                { nameof(table.Routes), table.Routes?.Select(Route) },
            })
        },
    };

    private static DocumentPart Route(Route route) => new()
    {
        { nameof(route.Name), route.Name },
        { nameof(route.Prefix), route.Prefix },
        { nameof(route.NextHopType), route.NextHopType },
        { nameof(route.NextHopIpAddress), route.NextHopIpAddress },
    };

    private static DocumentPart Firewall(Firewall firewall) => new()
    {
        { nameof(firewall.Name), firewall.Name },
        { nameof(firewall.Tier), firewall.Tier },
        { nameof(firewall.Zones), firewall.Zones },
        {
            nameof(firewall.Frontends), firewall.Frontends is not { } frontends ? null : new DocumentPart
            {
                { nameof(frontends.Count), frontends.Count },
                { nameof(frontends.PrefixLength), frontends.PrefixLength },
                { nameof(frontends.Name), frontends.Name },
                { nameof(frontends.ConfigurationName), frontends.ConfigurationName },
                { nameof(frontends.PrefixName), frontends.PrefixName },
            }
        },
        { nameof(firewall.ManagementPublicIpName), firewall.ManagementPublicIpName },
        { nameof(firewall.ManagementConfigurationName), firewall.ManagementConfigurationName },
        { nameof(firewall.PrivateIpAddress), firewall.PrivateIpAddress },
        { nameof(firewall.ThreatIntelMode), firewall.ThreatIntelMode },
        { nameof(firewall.Dns), firewall.Dns is not { } dns ? null : new DocumentPart { { nameof(dns.Proxy), dns.Proxy }, { nameof(dns.Servers), dns.Servers } } },
        {
            nameof(firewall.Policy), firewall.Policy is not { } policy ? null : new DocumentPart
            {
                { nameof(policy.Name), policy.Name },
                {
                    nameof(policy.RuleCollectionGroups), policy.RuleCollectionGroups?.Select(group => new DocumentPart
                    {
                        { nameof(group.Name), group.Name },
                        { nameof(group.Priority), group.Priority },
                        { nameof(group.Collections), group.Collections.Select(Collection) },
                    })
                },
            }
        },
    };

    private static DocumentPart Cluster(Cluster cluster) => new()
    {
        { nameof(cluster.Name), cluster.Name },
        { nameof(cluster.DnsPrefix), cluster.DnsPrefix },
        { nameof(cluster.KubernetesVersion), cluster.KubernetesVersion },
        { nameof(cluster.Tier), cluster.Tier },
        { nameof(cluster.NodePools), cluster.NodePools?.Select(Pool) },
        {
            nameof(cluster.Network), cluster.Network is not { } network ? null : new DocumentPart
            {
                { nameof(network.Plugin), network.Plugin },
                { nameof(network.PluginMode), network.PluginMode },
                { nameof(network.Dataplane), network.Dataplane },
                { nameof(network.Policy), network.Policy },
                { nameof(network.PodCidr), network.PodCidr },
                { nameof(network.ServiceCidr), network.ServiceCidr },
                { nameof(network.DnsServiceIp), network.DnsServiceIp },
            }
        },
        { nameof(cluster.OutboundType), cluster.OutboundType },
        {
            nameof(cluster.Identity), cluster.Identity is not { } identity ? null : new DocumentPart
            {
                { nameof(identity.Type), identity.Type },
                { nameof(identity.Name), identity.Name },
                { nameof(identity.RoleAssignments), identity.RoleAssignments?.Select(role => new DocumentPart { { nameof(role.Subnet), role.Subnet }, { nameof(role.RouteTable), role.RouteTable } }) },
            }
        },
        { nameof(cluster.AuthorizedIpRanges), cluster.AuthorizedIpRanges },
        { nameof(cluster.AuthorizeFrontends), cluster.AuthorizeFrontends },
        { nameof(cluster.PrivateCluster), cluster.PrivateCluster },
    };

    private static DocumentPart Pool(NodePool pool) => new()
    {
        { nameof(pool.Name), pool.Name },
        { nameof(pool.Mode), pool.Mode },
        { nameof(pool.Os), pool.Os },
        { nameof(pool.Count), pool.Count },
        { nameof(pool.MinCount), pool.MinCount },
        { nameof(pool.MaxCount), pool.MaxCount },
        { nameof(pool.VmSize), pool.VmSize },
        { nameof(pool.MaxPods), pool.MaxPods },
        { nameof(pool.Zones), pool.Zones },
        { nameof(pool.Subnet), pool.Subnet },
        { nameof(pool.PodSubnet), pool.PodSubnet },
        { nameof(pool.EnableNodePublicIp), pool.EnableNodePublicIp },
    };

    private static DocumentPart Allow(AllowEntry entry) => new()
    {
        { nameof(entry.Name), entry.Name },
        { nameof(entry.Https), entry.Https },
        { nameof(entry.Http), entry.Http },
        { nameof(entry.Port), entry.Port },
    };

    private static DocumentPart Collection(RuleCollection collection)
    {
        var (kind, action, rules) = collection switch
        {
            NetworkRuleCollection network => ("network", network.Action, network.Rules.Select(Network)),
            ApplicationRuleCollection application => ("application", application.Action, application.Rules.Select(Application)),
            DnatRuleCollection dnat => ("dnat", null, dnat.Rules.Select(Dnat)),
            _ => throw new ArgumentException($"A {collection.GetType()} has no form in documents.", nameof(collection)),
        };
        return new() { { "Collection", collection.Name }, { "Kind", kind }, { nameof(collection.Priority), collection.Priority }, { "Action", action }, { "Rules", rules } };
    }

    private static DocumentPart Network(NetworkRule rule) => new()
    {
        { nameof(rule.Name), rule.Name },
        { nameof(rule.Description), rule.Description },
        { nameof(rule.Protocols), rule.Protocols },
        { nameof(rule.Source), rule.Source },
        { nameof(rule.Destination), rule.Destination is null && rule.ServiceTags is null ? null : (rule.Destination ?? []).Cast<object>().Concat((rule.ServiceTags ?? []).Cast<object>()) },
        { nameof(rule.Fqdns), rule.Fqdns },
        { nameof(rule.Ports), rule.Ports },
    };

    private static DocumentPart Application(ApplicationRule rule) => new()
    {
        { nameof(rule.Name), rule.Name },
        { nameof(rule.Description), rule.Description },
        { nameof(rule.Protocols), rule.Protocols?.Select(Protocol) },
        { nameof(rule.Source), rule.Source },
        { nameof(rule.Fqdns), rule.Fqdns },
        { nameof(rule.FqdnTags), rule.FqdnTags },
    };

    private static string Protocol(ApplicationProtocol protocol) => protocol == ApplicationProtocol.Http ? "http" : protocol == ApplicationProtocol.Https ? "https" : protocol.ToString();

    private static DocumentPart Dnat(DnatRule rule) => new()
    {
        { nameof(rule.Name), rule.Name },
        { nameof(rule.Description), rule.Description },
        { nameof(rule.Protocols), rule.Protocols },
        { nameof(rule.Source), rule.Source },
        { nameof(rule.Destination), rule.Destination },
        { nameof(rule.Port), rule.Port },
        { nameof(rule.TranslatedAddress), rule.TranslatedAddress },
        { nameof(rule.TranslatedFqdn), rule.TranslatedFqdn },
        { nameof(rule.TranslatedPort), rule.TranslatedPort },
    };

    private void Emit(object value, bool isRoot = false)
    {
        switch (value)
        {
            case DocumentPart part:
                _emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, !isRoot && part.Length <= MaxLine && part.IsLeaf ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, member) in part)
                {
                    Emit(key);
                    Emit(member);
                }

                _emitter.Emit(new MappingEnd());
                break;
            case IReadOnlyList<object> list:
                _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, list.All(item => item is string) && DocumentPart.LengthOf(list) <= MaxLine ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                {
                    Emit(item);
                }

                _emitter.Emit(new SequenceEnd());
                break;
            default:
                var text = (string)value;
                _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, IsPlain(text) ? ScalarStyle.Any : ScalarStyle.SingleQuoted, isPlainImplicit: true, isQuotedImplicit: true));
                break;
        }
    }

    /// <summary>False for text that tools which know no schema would take for nothing.</summary>
    private static bool IsPlain(string text) => text.Length > 0 && text is not ("~" or "null" or "Null" or "NULL") && !text.Any(char.IsControl);
}

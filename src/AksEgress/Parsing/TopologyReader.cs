using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>The document's root, network and firewall.</summary>
internal static class TopologyReader
{
    /// <summary>The topology without what its document includes, and the files that this is.</summary>
    public static (EgressTopology Topology, ValueList<IncludePath>? Include) ReadDocument(MappingReader reader)
    {
        reader.Skip(nameof(DocumentEnvironments.Environments), EnvironmentReader.Shape);
        var include = reader.Values<IncludePath>(nameof(RuleSet.Include));
        return (Read(reader), include);
    }

    private static EgressTopology Read(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(EgressTopology.Name)),
        Location = reader.RequiredText(nameof(EgressTopology.Location)),
        Cloud = reader.Choice<AzureCloud>(nameof(EgressTopology.Cloud)),
        ResourceGroup = reader.Text(nameof(EgressTopology.ResourceGroup)),
        Tags = reader.Pairs(nameof(EgressTopology.Tags), (name, value, origin) => new ResourceTag(name, value.Text) { Origin = origin }),
        Parameters = reader.Choices<TemplateParameter>(nameof(EgressTopology.Parameters)),
        Network = reader.Node(nameof(EgressTopology.Network), ReadNetwork) ?? reader.Missing(nameof(EgressTopology.Network), new VirtualNetwork { AddressSpace = [], Subnets = [] }),
        Firewall = reader.Node(nameof(EgressTopology.Firewall), ReadFirewall),
        Cluster = reader.Node(nameof(EgressTopology.Cluster), ClusterReader.Read),
        Allow = reader.NodesOrChoices<AllowEntry, EndpointSet>(nameof(EgressTopology.Allow), RuleReader.ReadAllow, RuleReader.CreateSet),
        Rules = reader.Nodes(nameof(EgressTopology.Rules), RuleReader.ReadCollection),
        Publish = reader.Nodes(nameof(EgressTopology.Publish), ServiceReader.ReadPublished),
        Services = reader.Nodes(nameof(EgressTopology.Services), ServiceReader.ReadService),
        ConnectivityCheck = reader.Node(nameof(EgressTopology.ConnectivityCheck), ServiceReader.ReadCheck),
        Severity = SuppressionReader.ReadSeverity(reader),
        Origin = reader.Finish(),
    };

    private static VirtualNetwork ReadNetwork(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(VirtualNetwork.Name)),
        AddressSpace = reader.RequiredValues<Cidr>(nameof(VirtualNetwork.AddressSpace)),
        DnsServers = reader.Values<Ipv4Address>(nameof(VirtualNetwork.DnsServers)),
        Subnets = reader.RequiredNodes(nameof(VirtualNetwork.Subnets), ReadSubnet),
        RouteTables = reader.Nodes(nameof(VirtualNetwork.RouteTables), ReadRouteTable),
        Origin = reader.Finish(),
    };

    private static Subnet ReadSubnet(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(Subnet.Name)),
        Prefix = reader.RequiredValue<Cidr>(nameof(Subnet.Prefix)),
        Role = reader.Choice<SubnetRole>(nameof(Subnet.Role)),
        RouteTable = reader.Text(nameof(Subnet.RouteTable)),
        ServiceEndpoints = reader.Choices<ServiceEndpoint>(nameof(Subnet.ServiceEndpoints)),
        Origin = reader.Finish(),
    };

    private static RouteTable ReadRouteTable(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(RouteTable.Name)),
        DisableBgpRoutePropagation = reader.Flag(nameof(RouteTable.DisableBgpRoutePropagation)),
        Routes = reader.Nodes(nameof(RouteTable.Routes), ReadRoute),
        Origin = reader.Finish(),
    };

    private static Route ReadRoute(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(Route.Name)),
        Prefix = reader.RequiredValue<RouteDestination>(nameof(Route.Prefix)),
        NextHopType = reader.Choice<NextHopType>(nameof(Route.NextHopType)),
        NextHopIpAddress = reader.Value<Ipv4Address>(nameof(Route.NextHopIpAddress)),
        Origin = reader.Finish(),
    };

    private static Firewall ReadFirewall(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(Firewall.Name)),
        Tier = reader.Choice<FirewallTier>(nameof(Firewall.Tier)),
        Zones = reader.Integers(nameof(Firewall.Zones)),
        Frontends = reader.Node(nameof(Firewall.Frontends), ReadFrontends),
        ManagementPublicIpName = reader.Text(nameof(Firewall.ManagementPublicIpName)),
        ManagementConfigurationName = reader.Text(nameof(Firewall.ManagementConfigurationName)),
        PrivateIpAddress = reader.Value<Ipv4Address>(nameof(Firewall.PrivateIpAddress)),
        ThreatIntelMode = reader.Choice<ThreatIntelMode>(nameof(Firewall.ThreatIntelMode)),
        Dns = reader.Node(nameof(Firewall.Dns), ReadDns),
        Policy = reader.Node(nameof(Firewall.Policy), ReadPolicy),
        Origin = reader.Finish(),
    };

    private static Frontends ReadFrontends(MappingReader reader) => new()
    {
        Count = reader.Integer(nameof(Frontends.Count)),
        PrefixLength = reader.Integer(nameof(Frontends.PrefixLength)),
        Name = reader.Text(nameof(Frontends.Name)),
        ConfigurationName = reader.Text(nameof(Frontends.ConfigurationName)),
        PrefixName = reader.Text(nameof(Frontends.PrefixName)),
        Origin = reader.Finish(),
    };

    private static FirewallDns ReadDns(MappingReader reader) => new()
    {
        Proxy = reader.Flag(nameof(FirewallDns.Proxy)),
        Servers = reader.Values<Ipv4Address>(nameof(FirewallDns.Servers)),
        Origin = reader.Finish(),
    };

    private static FirewallPolicy ReadPolicy(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(FirewallPolicy.Name)),
        RuleCollectionGroups = reader.Nodes(nameof(FirewallPolicy.RuleCollectionGroups), RuleReader.ReadGroup),
        Origin = reader.Finish(),
    };
}

using AksEgress.Validation.Breadth;
using AksEgress.Validation.Clusters;
using AksEgress.Validation.Dns;
using AksEgress.Validation.Firewalls;
using AksEgress.Validation.Routes;
using AksEgress.Validation.Services;
using AksEgress.Validation.Subnets;
using AksEgress.Validation.Values;

namespace AksEgress.Validation;

/// <summary>Every rule there is. Listed, not found by reflection: the order is fixed, and trimming keeps what is used.</summary>
internal static class TopologyRules
{
    /// <summary>The rules in the order of their codes.</summary>
    public static IReadOnlyList<TopologyRule> All { get; } =
    [
        // AKSE20xx: single values
        new UninitializedValue(),
        new FreeText(),
        new TopologyName(),
        new Location(),
        new ResourceGroupName(),
        new ResourceTagSyntax(),
        new ResourceTagUnique(),
        new ResourceName(),
        new AvailabilityZones(),

        // AKSE21xx: network and subnets
        new FirewallSubnetMissing(),
        new FirewallSubnetName(),
        new FirewallSubnetSize(),
        new ManagementSubnetMissing(),
        new ManagementSubnetName(),
        new ManagementSubnetSize(),
        new SubnetOutsideNetwork(),
        new SubnetOverlap(),
        new AddressSpaceOverlap(),
        new SubnetNameUnique(),
        new AddressSpaceMissing(),
        new SubnetReference(),
        new ClusterSubnetMissing(),
        new SubnetTooSmall(),
        new FirewallSubnetShared(),

        // AKSE22xx: firewall and rules
        new FrontendCount(),
        new FrontendPrefixLength(),
        new FrontendCountAbovePrefix(),
        new FirewallAddress(),
        new ThreatIntelTier(),
        new DnsTier(),
        new HostRuleNeedsProxy(),
        new HostRuleTier(),
        new GroupPriorityUnique(),
        new CollectionPriorityUnique(),
        new GroupNameUnique(),
        new CollectionNameUnique(),
        new RuleNameUnique(),
        new RulePartMissing(),
        new NetworkRuleDestination(),
        new ApplicationRuleTarget(),
        new DnatSinglePort(),
        new DnatPortLimit(),
        new DnatTarget(),
        new DnatProtocol(),
        new DnatFrontend(),
        new DnatPrivateDestination(),
        new ApplicationPortLimit(),
        new ServiceTagKnown(),
        new ServiceTagRegion(),
        new ServiceTagAllowed(),
        new FqdnTagKnown(),
        new AllowEntryMeaning(),
        new AllowSetInCloud(),
        new AllowEntryPort(),
        new WildcardWithoutDot(),
        new FqdnTagBesideHosts(),
        new DnatDuplicate(),
        new DnatTargetReserved(),
        new DnatTargetOutsideSubnets(),
        new DnatRuleCount(),
        new HostProtocol(),
        new HostNeedsNetworkRule(),
        new HostReplaced(),
        new ProtocolPort(),
        new AddressPairCount(),
        new GroupSizeLimit(),
        new GroupCount(),
        new CollectionCount(),
        new NetworkRuleHostCount(),
        new IcmpToHosts(),
        new IcmpToInternet(),
        new IcmpPorts(),
        new DnatHostNeedsProxy(),
        new DenyEveryHost(),
        new HostCompanions(),

        // AKSE23xx: routing
        new RouteTableReference(),
        new RouteTableMissing(),
        new DefaultRouteMissing(),
        new DefaultRouteNextHop(),
        new DefaultRouteAddress(),
        new NextHopAddress(),
        new FirewallSubnetRoute(),
        new RouteTableNameUnique(),
        new RouteNameUnique(),
        new RoutePrefixUnique(),
        new PublicServiceRoute(),

        // AKSE24xx: cluster
        new NodePoolName(),
        new NodePoolNameUnique(),
        new NodePoolCount(),
        new NodePoolAutoscaling(),
        new SystemPoolMissing(),
        new MaxPods(),
        new WindowsPoolNetwork(),
        new KubernetesVersion(),
        new VmSize(),
        new PrivateClusterRanges(),
        new AuthorizedRangeCount(),
        new ClusterRangeOverlap(),
        new ForbiddenRange(),
        new ServiceRangeSize(),
        new DnsServiceAddress(),
        new SystemAssignedWithKubenet(),
        new RoleAssignmentScope(),
        new PodRangeUnused(),
        new PodSubnetMode(),
        new CiliumPolicy(),
        new PluginSettings(),
        new ManagedNatGateway(),

        // AKSE25xx: DNS
        new NetworkDnsServers(),
        new DnsServersWithoutProxy(),

        // AKSE26xx: kubernetes
        new ServiceName(),
        new NamespaceName(),
        new SelectorLabel(),
        new ImageReference(),
        new PublicAddressMissing(),
        new InternalAddressOutside(),
        new InternalAddressReserved(),
        new LoadBalancerPortUnique(),
        new ServiceUnique(),
        new ServicePortUnique(),
        new ServicePortSingle(),
        new PublishedServiceAgrees(),
        new InternalAddressMissing(),

        // AKSE27xx: breadth
        new SourceEveryAddress(),
        new ManagementPortOpen(),
        new EveryAddressAndPort(),
        new EveryAddress(),
        new WebByNetworkRule(),
        new DnsToEveryAddress(),
        new EveryPort(),
        new EveryHost(),
        new SharedDomain(),
        new HostByAddress(),
        new SharedServiceTag(),
    ];
}

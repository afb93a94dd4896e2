using AksEgress.Model;

namespace AksEgress.Tests.Generation;

/// <summary>Topologies for runs of the generator.</summary>
public static class GeneratedTopologies
{
    public static EgressTopology One => Small("one");

    public static EgressTopology Two => Small("two");

    public static IEnumerable<EgressTopology> Both => [One, Two];

    public static EgressTopology OtherOne => Small("one") with { Location = "westeurope" };

    public static EgressTopology Doubtful => WithNewTag(Small("doubtful"));

    public static IEnumerable<EgressTopology> DoubtfulRegions => [WithNewTag(Small("east")), WithNewTag(Small("west"))];

    public static EgressTopology Suppressed => Doubtful with { Suppress = [new() { Code = "AKSE2224", Reason = "New since May" }] };

    public static EgressTopology Throwing => throw new InvalidOperationException("There is no region.");

    private static EgressTopology Small(string name) => new()
    {
        Name = name,
        Location = "eastus",
        Network = new()
        {
            AddressSpace = [Cidr.Parse("10.42.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
            ],
        },
        Allow = [EndpointSet.Aks],
    };

    private static EgressTopology WithNewTag(EgressTopology topology) => topology with
    {
        Rules =
        [
            new NetworkRuleCollection
            {
                Name = "new",
                Priority = 200,
                Rules = [new() { Name = "tag", Protocols = [RuleProtocol.Tcp], ServiceTags = [ServiceTag.Parse("AzureBrandNew")], Ports = [443] }],
            },
        ],
    };
}

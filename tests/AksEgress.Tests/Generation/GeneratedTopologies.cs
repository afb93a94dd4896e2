using AksEgress.Model;

namespace AksEgress.Tests.Generation;

/// <summary>Topologies for runs of the generator.</summary>
public static class GeneratedTopologies
{
    public static EgressTopology One => SmallTopology.Of("one");

    public static EgressTopology Two => SmallTopology.Of("two");

    public static IEnumerable<EgressTopology> Both => [One, Two];

    public static EgressTopology OtherOne => SmallTopology.Of("one") with { Location = "westeurope" };

    public static EgressTopology Doubtful => WithNewTag(SmallTopology.Of("doubtful"));

    public static IEnumerable<EgressTopology> DoubtfulRegions => [WithNewTag(SmallTopology.Of("east")), WithNewTag(SmallTopology.Of("west"))];

    public static EgressTopology Suppressed => Doubtful with { Suppress = [new() { Code = "AKSE2224", Reason = "New since May" }] };

    public static EgressTopology Throwing => throw new InvalidOperationException("There is no region.");

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

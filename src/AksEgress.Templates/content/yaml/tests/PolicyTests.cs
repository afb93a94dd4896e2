using AksEgress.Model;
using AksEgress.Testing;
using Xunit;

/// <summary>What has to hold of the topology, in each of its environments, whatever changes in its document.</summary>
public class PolicyTests
{
    public static TheoryData<EgressTopology> All => [.. EgressDocument.LoadAll("topology-name.egress.yaml")];

    [Theory]
    [MemberData(nameof(All))]
    public void AKS_has_what_it_requires(EgressTopology topology) => topology.AssertCoversRequirements();

    [Theory]
    [MemberData(nameof(All))]
    public void Images_come_from_Microsoft(EgressTopology topology) => topology.AssertAllows("https://mcr.microsoft.com");

    [Theory]
    [MemberData(nameof(All))]
    public void Nobody_else_is_reached(EgressTopology topology) => topology.AssertDenies("https://example.com");

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_wrong_with_it(EgressTopology topology) => topology.AssertHasNoFindings();
}

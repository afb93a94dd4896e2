using AksEgress.Model;
using AksEgress.Testing;
using Xunit;

/// <summary>What has to hold of the topologies, whatever changes in their code.</summary>
public class PolicyTests
{
    public static TheoryData<EgressTopology> All => [Topologies.Main];

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

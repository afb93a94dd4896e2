using AksEgress.Model;
using AksEgress.Testing;
using Xunit;

namespace Contoso;

/// <summary>The company's policy, held against every topology that there is.</summary>
public sealed class PolicyTests
{
    public static TheoryData<EgressTopology> Topologies => [Environments.Development, Environments.Stage, Environments.Production, .. Teams.All()];

    [Theory]
    [MemberData(nameof(Topologies))]
    public void AKS_has_what_it_requires(EgressTopology topology) => topology.AssertCoversRequirements();

    [Theory]
    [MemberData(nameof(Topologies))]
    public void Nobody_pastes(EgressTopology topology) => topology.AssertDenies("https://pastebin.com");

    [Theory]
    [MemberData(nameof(Topologies))]
    public void Nothing_is_wrong_with_it(EgressTopology topology) => topology.AssertHasNoFindings();

    [Fact]
    public void Only_developers_reach_Docker()
    {
        Environments.Development.AssertAllows("https://registry-1.docker.io");
        Environments.Production.AssertDenies("https://registry-1.docker.io");
    }

    [Fact]
    public void Production_opens_nothing_that_stage_does_not() => Environments.Production.AssertOpensNothingBeyond(Environments.Stage);
}

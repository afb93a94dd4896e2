using AksEgress.Model;
using AksEgress.Testing;
using Xunit;

/// <summary>What has to hold of the topology, whatever changes in its code.</summary>
public class PolicyTests
{
    private static readonly EgressTopology _topology = Topologies.Main;

    [Fact]
    public void AKS_has_what_it_requires() => _topology.AssertCoversRequirements();

    [Fact]
    public void Images_come_from_Microsoft() => _topology.AssertAllows("https://mcr.microsoft.com");

    [Fact]
    public void Nobody_else_is_reached() => _topology.AssertDenies("https://example.com");

    [Fact]
    public void Nothing_is_wrong_with_it() => _topology.AssertHasNoFindings();
}

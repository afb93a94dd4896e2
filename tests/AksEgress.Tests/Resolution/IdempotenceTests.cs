using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Resolution;

public sealed class IdempotenceTests
{
    [Fact]
    public void Resolving_again_changes_nothing() =>
        Topologies.Any.Select(WithUniqueNames).Sample(
            topology =>
            {
                var once = topology.Resolve();
                Assert.Equal(once, once.Resolve());
            },
            iter: 5_000);

    [Fact]
    public void Any_topology_is_resolved_and_validated_without_an_exception() =>
        Topologies.Any.Sample(topology => Assert.Equal(topology.Validate(), topology.Validate()), iter: 5_000);

    /// <summary>Where two subnets have one name, a reference to it means either.</summary>
    private static EgressTopology WithUniqueNames(EgressTopology topology) => topology with
    {
        Network = topology.Network with
        {
            Subnets = topology.Network.Subnets.DistinctBy(subnet => subnet.Name, StringComparer.OrdinalIgnoreCase).ToValueList(),
            RouteTables = topology.Network.RouteTables?.DistinctBy(table => table.Name, StringComparer.OrdinalIgnoreCase).ToValueList(),
        },
    };
}

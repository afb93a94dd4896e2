using System.Diagnostics;
using System.Globalization;
using AksEgress.Model;

namespace AksEgress.Tests.Validation;

/// <summary>Rules on networks and pools look at each subnet, table, route and pool once; comparing all with all would take minutes here.</summary>
public sealed class ManySubnetsTests
{
    private const int Count = 4000;

    [Fact]
    public void Four_thousand_subnets_with_a_table_and_a_pool_each_take_seconds_at_most()
    {
        var topology = new EgressTopology
        {
            Name = "many",
            Location = "eastus",
            Network = new()
            {
                AddressSpace = [.. Enumerable.Range(0, Count).Select(i => Prefix(i))],
                Subnets = [new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("192.168.0.0/24") }, .. Enumerable.Range(0, Count).Select(i => new Subnet { Name = Name(i), Prefix = Prefix(i + 1), RouteTable = Name(i) })],
                RouteTables = [.. Enumerable.Range(0, Count).Select(i => new RouteTable { Name = Name(i), Routes = [new() { Prefix = Cidr.All }, new() { Prefix = Prefix(i), NextHopType = NextHopType.Internet, Name = "x" }] })],
            },
            Cluster = new() { NodePools = [.. Enumerable.Range(0, Count).Select(i => new NodePool { Name = Name(i), Subnet = Name(i) })] },
        };
        var watch = Stopwatch.StartNew();

        var codes = topology.Validate().CountBy(finding => finding.Code).ToDictionary();

        Assert.Equal(Count, codes["AKSE2313"]);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static Cidr Prefix(int i) => new(new((10u << 24) + ((uint)i << 8)), 24);

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"p{i}");
}

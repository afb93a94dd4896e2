using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Tests.Analysis.Coverage;

namespace AksEgress.Tests.Analysis.Capacity;

/// <summary>Ports for source translation and limits, against numbers reckoned by hand.</summary>
public sealed class CapacityTests
{
    [Theory]
    [InlineData("firewall: { frontends: { count: 1 } }", 2 * 2496, 50 * 2496)]
    [InlineData("firewall: { frontends: { count: 20 } }", 99_840, 2_496_000)]
    // Microsoft's own figure: 250 addresses on two instances have 1,248,000 ports.
    [InlineData("firewall: { frontends: { count: 250 } }", 1_248_000, 31_200_000)]
    [InlineData("firewall: { frontends: { prefixLength: 28 } }", 16 * 4992, 16 * 124_800)]
    [InlineData("firewall: { tier: Basic, frontends: { count: 2 } }", 9_984, 9_984)]
    public void Ports(string firewall, long least, long most)
    {
        var snat = Report(firewall).Snat!;

        Assert.Equal((least, most), (snat.LeastPorts, snat.MostPorts));
    }

    [Fact]
    public void Nodes_and_pods_are_those_of_the_autoscaler_and_of_upgrades()
    {
        var snat = Report("cluster: { nodePools: [{ name: system, count: 3, maxPods: 30 }, { name: user, minCount: 2, maxCount: 25, maxPods: 100 }] }").Snat!;

        // An upgrade adds a tenth, rounded up: one and three nodes.
        Assert.Equal((5, 32, (4 * 30) + (28 * 100)), (snat.LeastNodes, snat.MostNodes, snat.Pods));
    }

    [Theory]
    [InlineData(4992, CapacityVerdict.Enough, 1)]
    [InlineData(4993, CapacityVerdict.EnoughScaledOut, 2)]
    [InlineData(124_800, CapacityVerdict.EnoughScaledOut, 25)]
    [InlineData(124_801, CapacityVerdict.NotEnough, 26)]
    public void One_frontend_is_enough_for(int pods, CapacityVerdict verdict, int needed)
    {
        var report = Report("", new() { Pods = pods });

        Assert.Equal((verdict, needed, verdict == CapacityVerdict.Enough), (report.Snat!.Verdict, report.Snat.FrontendsNeeded, report.IsEnough));
        Assert.Contains(verdict == CapacityVerdict.Enough ? "Nothing" : $"Take {needed} frontends", report.Snat.Advice, StringComparison.Ordinal);
        Assert.Equal(CapacityVerdict.Enough, Report(FormattableString.Invariant($"firewall: {{ frontends: {{ count: {needed} }} }}"), new() { Pods = pods }).Snat!.Verdict);
    }

    [Fact]
    public void Options_count()
    {
        var snat = Report("cluster: { nodePools: [{ name: system, count: 3, maxPods: 30 }] }", new() { ConnectionsPerPod = 10, ConnectionsPerNode = 5, LeastInstances = 4, MostInstances = 8 }).Snat!;

        Assert.Equal(((4 * 30 * 10) + (4 * 5), 4 * 2496, 8 * 2496), (snat.Connections, snat.LeastPorts, snat.MostPorts));
    }

    [Theory]
    [InlineData("", -1, null, null, "0 or more")]
    [InlineData("", 1, 1, null, "2 to 50 instances, not 1.")]
    [InlineData("", 1, null, 51, "2 to 50 instances, not 51.")]
    [InlineData("", 1, 5, 4, "more than the most")]
    [InlineData("firewall: { tier: Basic }", 1, 3, null, "tier Basic has 2 instances")]
    public void Numbers_that_cannot_be_are_refused(string more, int connections, int? least, int? most, string problem)
    {
        var options = new CapacityOptions { ConnectionsPerPod = connections, LeastInstances = least, MostInstances = most };

        Assert.Contains(problem, Assert.Throws<ArgumentException>(() => Report(more, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_azure_takes_is_said() =>
        Assert.Contains("NAT gateway", Report("", new() { Pods = 250 * 4992 + 1 }).Snat!.Advice, StringComparison.Ordinal);

    [Fact]
    public void A_cluster_that_leaves_elsewhere_takes_no_ports() => Assert.Null(Report("cluster: { outboundType: loadBalancer }").Snat);

    [Fact]
    public void Limits()
    {
        var report = Report("""
            firewall: { frontends: { count: 20 } }
            cluster: { authorizedIpRanges: [203.0.113.7/32], nodePools: [{ name: system, count: 3 }] }
            publish: [{ service: shop, port: 80, address: 10.42.3.10 }]
            rules: [{ collection: c, kind: network, priority: 100, rules: [{ name: r, protocols: [udp], source: [10.42.1.4, 10.42.1.5], fqdns: [a.example.com, b.example.com], ports: [123] }] }]
            """);

        // Two sources and two hosts; the frontends and one published port; three nodes, one more in upgrades, no address of a load balancer here.
        Assert.Equal((4, 20_000), Of("pairs of source and destination in network rules"));
        Assert.Equal((2, 1_000), Of("hosts in network rules"));
        Assert.Equal((21, 250), Of("frontends and destinations of DNAT rules"));
        Assert.Equal((20, 250), Of("frontends"));
        Assert.Equal((21, 200), Of("authorised ranges of the API server"));
        Assert.Equal((2, 90), Of("rule collection groups"));
        Assert.Equal((2, 2_000), Of("rule collections"));
        Assert.Equal((4, 251), Of("addresses, with nodes at their most and those that an upgrade adds"));
        Assert.All(report.Limits, limit => Assert.NotEmpty(limit.Source));
        Assert.True(report.IsEnough);

        (long, long) Of(string name) => Assert.Single(report.Limits, limit => limit.Name == name) is var limit ? (limit.Used, limit.Most) : default;
    }

    [Fact]
    public void A_pod_subnet_has_the_pods_of_an_upgrade_too()
    {
        var report = CoverageDocument.Read("""
            name: test
            location: eastus
            network: { addressSpace: [10.42.0.0/16], subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: pods, prefix: 10.42.4.0/22 }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }] }
            cluster: { network: { plugin: azure, pluginMode: nodeSubnet }, nodePools: [{ name: system, count: 3, maxPods: 110, subnet: aks-subnet, podSubnet: pods }] }
            """).Capacity();

        Assert.Equal((3 + 1) * 110, Assert.Single(report.Limits, limit => limit.Subject == "pods").Used);
    }

    [Fact]
    public void A_limit_that_is_exceeded_is_not_enough()
    {
        var report = Report("cluster: { network: { plugin: azure, pluginMode: nodeSubnet }, nodePools: [{ name: system, count: 9, maxPods: 30 }] }");

        var addresses = Assert.Single(report.Limits, limit => limit.Subject == "aks-subnet");
        Assert.Equal(((9 + 1) * 31, 251, -59), (addresses.Used, addresses.Most, addresses.Headroom));
        Assert.False(report.IsEnough);
    }

    private static CapacityReport Report(string text, CapacityOptions? options = null) => CoverageDocument.Read($$"""
        name: test
        location: eastus
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
            - { name: ingress-subnet, prefix: 10.42.3.0/24, role: ingress }
        {{text.ReplaceLineEndings("\n")}}
        """.ReplaceLineEndings("\n")).Capacity(options);
}

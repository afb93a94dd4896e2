namespace AksEgress.Tests.Validation;

/// <summary>When the outbound type is userDefinedRouting, every subnet with nodes or pods leads to the firewall.</summary>
public sealed class RoutingRuleTests
{
    private const string Pools = "cluster:\n  nodePools: [{ name: system, subnet: nodes, podSubnet: pods }, { name: work, subnet: workers }]\n";

    [Theory]
    [InlineData("routeTable: none", "", "", "AKSE2302")]
    [InlineData("", "routeTable: none", "", "AKSE2302")]
    [InlineData("", "", "routeTable: none", "AKSE2302")]
    [InlineData("routeTable: none", "routeTable: none", "routeTable: none", "AKSE2302 AKSE2302 AKSE2302")]
    [InlineData("routeTable: NODE-ROUTES", "routeTable: node-routes", "", "")]
    public void Node_and_pod_subnets_need_the_route_table(string nodes, string pods, string workers, string codes) =>
        Assert.Equal(codes, Codes(nodes, pods, workers, "[{ prefix: 0.0.0.0/0 }]", ""));

    [Fact]
    public void Other_outbound_types_do_not() =>
        Assert.Equal("AKSE2443", Codes("routeTable: none", "routeTable: none", "routeTable: none", "[]", "  outboundType: loadBalancer\n"));

    [Theory]
    [InlineData("[]", "AKSE2303")]
    [InlineData("[{ prefix: 0.0.0.0/1 }, { prefix: 128.0.0.0/1 }]", "AKSE2303")]
    [InlineData("[{ prefix: 0.0.0.0/0, nextHopType: virtualNetworkGateway }]", "AKSE2319")]
    [InlineData("[{ prefix: 0.0.0.0/0, nextHopType: none }]", "AKSE2304")]
    [InlineData("[{ prefix: 0.0.0.0/0, nextHopType: vnetLocal }]", "AKSE2304")]
    [InlineData("[{ prefix: 0.0.0.0/0, nextHopIpAddress: 10.42.2.68 }]", "")]
    [InlineData("[{ prefix: 0.0.0.0/0, nextHopIpAddress: 10.42.2.4 }]", "AKSE2305")]
    [InlineData("[{ prefix: 0.0.0.0/0, nextHopType: virtualNetworkGateway, nextHopIpAddress: 10.42.2.68 }]", "AKSE2306")]
    public void The_default_route_goes_to_the_firewall(string routes, string codes) => Assert.Equal(codes, Codes("", "", "", routes, ""));

    [Theory]
    [InlineData("routeTable: none", "", "[{ prefix: 0.0.0.0/0 }]", "AKSE2437")]
    [InlineData("", "", "[{ prefix: 0.0.0.0/0, nextHopType: internet }]", "AKSE2443")]
    [InlineData("", "", "[{ prefix: 0.0.0.0/1 }]", "AKSE2443")]
    [InlineData("", "", "[{ prefix: 0.0.0.0/1 }, { prefix: 128.0.0.0/1 }]", "")]
    [InlineData("", "", "[{ prefix: 0.0.0.0/33 }]", "AKSE2002")]
    [InlineData("routeTable: none", "routeTable: nodes", "[]", "AKSE2301")]
    public void A_cluster_that_leaves_by_its_load_balancer_may_have_routes(string nodes, string workers, string routes, string codes) =>
        Assert.Equal(codes, Codes(nodes, "routeTable: none", workers, routes, "  outboundType: loadBalancer\n"));

    [Theory]
    [InlineData("{ prefix: 0.0.0.0/1, nextHopType: none }", "AKSE2322")]
    [InlineData("{ prefix: 0.0.0.0/1, nextHopType: none }, { prefix: 128.0.0.0/1, nextHopType: none }", "AKSE2322")]
    [InlineData("{ prefix: 0.0.0.0/2, nextHopType: none }, { prefix: 192.0.0.0/2, nextHopType: none }", "AKSE2322")]
    [InlineData("{ prefix: 0.0.0.0/2, nextHopType: none }, { prefix: 0.0.0.0/3, nextHopType: none }", "")]
    [InlineData("{ prefix: 240.0.0.0/4, nextHopType: none }", "")]
    [InlineData("{ prefix: 0.0.0.0/1 }, { prefix: 128.0.0.0/1 }", "")]
    [InlineData("{ prefix: 0.0.0.0/1, nextHopType: internet }, { prefix: 128.0.0.0/1, nextHopType: internet }", "AKSE2313 AKSE2313")]
    public void Halves_of_everything_are_not_dropped(string routes, string codes) => Assert.Equal(codes, Codes("", "", "", $"[{{ prefix: 0.0.0.0/0 }}, {routes}]", ""));

    private static string Codes(string nodes, string pods, string workers, string routes, string cluster) => string.Join(' ', Findings.In(HelpPage.Complete(
        $$"""
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: nodes, prefix: 10.42.1.0/24, {{nodes}} }
            - { name: pods, prefix: 10.42.16.0/20, {{pods}} }
            - { name: workers, prefix: 10.42.3.0/24, {{workers}} }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.64/26 }
          routeTables: [{ name: node-routes, routes: {{routes}} }]
        {{Pools}}{{cluster}}
        """)).Select(finding => finding.Code));
}

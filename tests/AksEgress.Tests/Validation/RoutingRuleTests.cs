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
        Assert.Equal("", Codes("routeTable: none", "routeTable: none", "routeTable: none", "[]", "  outboundType: loadBalancer\n"));

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

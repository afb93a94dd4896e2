namespace AksEgress.Tests.Validation.Routes;

/// <summary>Routes beside the default route: which of them lead past the firewall, or nowhere.</summary>
public sealed class SteeringTests
{
    private const string Internal = "publish: [{ service: web, port: 80 }]\n";
    private const string Public = "publish: [{ service: web, port: 80, loadBalancer: public, address: 20.61.5.9 }]\n";

    [Theory]
    [InlineData("{ prefix: 198.51.100.0/24, nextHopType: internet }", "AKSE2313")]
    [InlineData("{ prefix: 198.51.100.7/32, nextHopType: internet }", "AKSE2313")]
    [InlineData("{ prefix: 0.0.0.0/1, nextHopType: internet }", "AKSE2313")]
    [InlineData("{ prefix: AzureMonitor, nextHopType: virtualNetworkGateway }", "AKSE2313")]
    [InlineData("{ prefix: 198.51.100.0/24, nextHopType: virtualNetworkGateway }", "AKSE2313")]
    [InlineData("{ prefix: 100.64.0.0/10, nextHopType: virtualNetworkGateway }", "")]
    [InlineData("{ prefix: 100.0.0.0/9, nextHopType: virtualNetworkGateway }", "AKSE2313")]
    [InlineData("{ prefix: 20.118.99.224/32, nextHopType: internet }", "")]
    [InlineData("{ prefix: 198.51.100.0/24, nextHopType: none }", "")]
    [InlineData("{ prefix: 198.51.100.0/24 }", "")]
    [InlineData("{ prefix: 8.8.8.8/32, nextHopType: virtualAppliance, nextHopIpAddress: 10.42.9.9 }", "AKSE2313")]
    [InlineData("{ prefix: AzureMonitor, nextHopIpAddress: 10.42.9.9 }", "AKSE2313")]
    [InlineData("{ prefix: 8.8.8.8/32, nextHopIpAddress: 10.42.2.4 }", "")]
    [InlineData("{ prefix: 8.8.8.8/32, nextHopIpAddress: 10.42.2.5 }", "AKSE2318")]
    [InlineData("{ prefix: 192.168.0.0/16, nextHopIpAddress: 10.42.9.9 }", "")]
    [InlineData("{ prefix: frontends }", "")]
    public void Some_lead_past_the_firewall(string route, string codes) => Assert.Equal(codes, Codes.InRoutes("{ prefix: 0.0.0.0/0 }, " + route));

    [Theory]
    [InlineData("cluster: { outboundType: loadBalancer }\n", "AKSE2437")]
    [InlineData("", "AKSE2313")]
    public void Past_the_firewall_counts_where_routes_steer(string cluster, string codes) =>
        Assert.Equal(codes, Codes.InRoutes("{ prefix: 0.0.0.0/0 }, { prefix: 198.51.100.0/24, nextHopType: internet }", cluster));

    [Theory]
    [InlineData("10.42.2.4", "")]
    [InlineData("10.42.2.5", "AKSE2318")]
    [InlineData("10.42.3.4", "")]
    public void Next_hops_in_the_firewalls_subnet_are_the_firewall(string hop, string codes) =>
        Assert.Equal(codes, Codes.InRoutes($"{{ prefix: 0.0.0.0/0 }}, {{ prefix: 192.168.0.0/16, nextHopIpAddress: {hop} }}"));

    [Theory]
    [InlineData(Internal, "AKSE2317")]
    [InlineData(Public, "")]
    [InlineData("", "")]
    [InlineData(Internal + "rules: [{ collection: in, kind: dnat, priority: 200, rules: [{ name: x, source: [203.0.113.0/24], port: 90, translatedAddress: 20.61.5.9 }] }]\n", "")]
    public void Routes_for_the_frontends_are_left_over_behind_internal_load_balancers(string rest, string codes) =>
        Assert.Equal(codes, Codes.InRoutes("{ prefix: 0.0.0.0/0 }, { prefix: frontends }", rest));

    [Theory]
    [InlineData("internet", "")]
    [InlineData("none", "AKSE2320")]
    [InlineData("virtualAppliance", "AKSE2320")]
    public void Routes_for_the_frontends_go_to_the_internet(string hop, string codes) =>
        Assert.Equal(codes, Codes.InRoutes($"{{ prefix: 0.0.0.0/0 }}, {{ prefix: frontends, nextHopType: {hop} }}", Public));

    [Theory]
    [InlineData("{ prefix: 10.42.0.0/16 }", "AKSE2321")]
    [InlineData("{ prefix: 10.42.1.0/24, nextHopType: none }", "AKSE2321")]
    [InlineData("{ prefix: 10.42.0.0/15 }", "")]
    [InlineData("{ prefix: 10.42.1.0/25 }", "")]
    [InlineData("{ prefix: 10.42.3.0/24 }", "")]
    [InlineData("{ prefix: 10.42.0.0/16 }, { prefix: 10.42.1.0/24, nextHopType: vnetLocal }", "")]
    [InlineData("{ prefix: 10.42.0.0/17 }, { prefix: 10.42.0.0/16, nextHopType: vnetLocal }", "AKSE2321")]
    public void A_route_for_the_network_spares_the_own_subnet(string routes, string codes) => Assert.Equal(codes, Codes.InRoutes("{ prefix: 0.0.0.0/0 }, " + routes));

    [Theory]
    [InlineData("aks-subnet", "", "AKSE2119")]
    [InlineData("aks-subnet", "cluster: { outboundType: loadBalancer }\n", "AKSE2443")]
    [InlineData("other", "", "")]
    public void Service_endpoints_lead_past_the_firewall(string subnet, string rest, string codes) =>
        Assert.Equal(codes, Codes.InNetwork(
            string.Join('|', new[] { ("aks-subnet", "10.42.1.0/24, role: cluster"), ("other", "10.42.4.0/24") }
                .Select(entry => $"{{ name: {entry.Item1}, prefix: {entry.Item2}{(entry.Item1 == subnet ? ", serviceEndpoints: [storage, keyVault]" : "")} }}")), rest));

    [Theory]
    [InlineData("disableBgpRoutePropagation: false,", "AKSE2316")]
    [InlineData("disableBgpRoutePropagation: true,", "")]
    public void Routes_of_gateways_are_kept_out(string table, string codes) => Assert.Equal(codes, Codes.InRoutes("{ prefix: 0.0.0.0/0 }", "", table));

    [Theory]
    [InlineData("[{ prefix: 0.0.0.0/0 }]", "")]
    [InlineData("[{ prefix: 0.0.0.0/0 }, { prefix: 198.51.100.0/24, nextHopType: none }]", "AKSE2312")]
    public void Tables_of_nodes_and_pods_may_differ_in_name_only(string routes, string codes) =>
        Assert.Equal(codes, Codes.InNetwork(
            "{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }|{ name: pods, prefix: 10.42.16.0/20, routeTable: pod-routes }",
            "cluster:\n  nodePools: [{ name: system, subnet: aks-subnet, podSubnet: pods }, { name: work, subnet: aks-subnet, podSubnet: pods }]\n",
            $"  routeTables: [{{ name: node-routes, routes: [{{ prefix: 0.0.0.0/0 }}] }}, {{ name: pod-routes, routes: {routes} }}]\n"));
}

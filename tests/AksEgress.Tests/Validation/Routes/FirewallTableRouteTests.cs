namespace AksEgress.Tests.Validation.Routes;

public sealed class FirewallTableRouteTests
{
    [Theory]
    [InlineData("{ prefix: frontends, nextHopType: internet }", "AKSE2390")]
    [InlineData("{ prefix: 10.0.0.0/8, nextHopIpAddress: 10.42.2.4 }", "AKSE2390")]
    [InlineData("{ prefix: 10.0.0.0/8, nextHopIpAddress: 10.42.9.4 }", "")]
    [InlineData("{ prefix: 10.0.0.0/8, nextHopType: virtualNetworkGateway }", "")]
    public void No_route_of_the_firewalls_table_leads_back(string route, string codes) =>
        Assert.Equal(codes, Codes("firewall", route));

    [Fact]
    public void The_table_of_the_nodes_may() => Assert.Equal("", Codes("none", "{ prefix: frontends, nextHopType: internet }"));

    [Theory]
    [InlineData("internet", "AKSE2390")]
    [InlineData("virtualAppliance", "AKSE2307")]
    [InlineData("none", "AKSE2307")]
    public void A_table_that_Azure_does_not_take_at_all_is_one_finding(string hop, string codes) =>
        Assert.Equal(codes, Codes("firewall", "{ prefix: 10.0.0.0/8, nextHopIpAddress: 10.42.2.4 }", hop));

    private static string Codes(string table, string route, string hop = "internet")
    {
        var document = HelpPage.Complete(
            $"""
             network:
               addressSpace: [10.42.0.0/16]
               subnets:
                 - {"{"} name: aks-subnet, prefix: 10.42.1.0/24, role: cluster, routeTable: nodes {"}"}
                 - {"{"} name: AzureFirewallSubnet, prefix: 10.42.2.0/24, routeTable: {table} {"}"}
               routeTables:
                 - {"{"} name: nodes, routes: [{"{"} prefix: 0.0.0.0/0 {"}"}] {"}"}
                 - {"{"} name: firewall, routes: [{"{"} prefix: 0.0.0.0/0, nextHopType: {hop} {"}"}, {route}] {"}"}
             """ + "\n");
        return string.Join(' ', Findings.In(document).Select(finding => finding.Code).Where(code => code is "AKSE2390" or "AKSE2307"));
    }
}

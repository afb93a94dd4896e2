using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>What the sample does otherwise than the article, on purpose, with the reason. Everything else is in <see cref="WalkthroughTests"/>.</summary>
public sealed class WalkthroughDeviationTests(WalkthroughPrediction predicted) : IClassFixture<WalkthroughPrediction>
{
    private const string Firewall = "Microsoft.Network/azureFirewalls";
    private const string Policy = "Microsoft.Network/firewallPolicies";
    private const string Groups = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";
    private const string Network = "Microsoft.Network/virtualNetworks";
    private const string Cluster = "Microsoft.ContainerService/managedClusters";

    private const string NetworkRules = "aks-egress-fwpolicy/DefaultNetworkRuleCollectionGroup";
    private const string ApplicationRules = "aks-egress-fwpolicy/DefaultApplicationRuleCollectionGroup";
    private const string DnatRules = "aks-egress-fwpolicy/DefaultDnatRuleCollectionGroup";
    private const string Allowed = "properties.ruleCollections.allow-application.rules";

    [Theory]

    // The article: --source-addresses '*'. Whatever else comes to the firewall would be let out too.
    [InlineData(Groups, NetworkRules, "properties.ruleCollections.aksfwnr.rules.apiudp.sourceAddresses", "10.42.1.0/24")]
    [InlineData(Groups, NetworkRules, "properties.ruleCollections.aksfwnr.rules.apitcp.sourceAddresses", "10.42.1.0/24")]
    [InlineData(Groups, NetworkRules, "properties.ruleCollections.aksfwnr.rules.time.sourceAddresses", "10.42.1.0/24")]
    [InlineData(Groups, ApplicationRules, "properties.ruleCollections.aksfwar.rules.fqdn.sourceAddresses", "10.42.1.0/24")]

    // The article: classic rules on the firewall. Policies are what Azure recommends, and Premium knows nothing else.
    [InlineData(Firewall, "aks-egress-fw", "properties.networkRuleCollections", "")]
    [InlineData(Policy, "aks-egress-fwpolicy", "properties.sku.tier", "Standard")]
    [InlineData(Firewall, "aks-egress-fw", "properties.sku.tier", "Standard")]
    [InlineData(Groups, DnatRules, "properties.priority", "100")]
    [InlineData(Groups, NetworkRules, "properties.priority", "200")]
    [InlineData(Groups, ApplicationRules, "properties.priority", "300")]

    // The article: the DNS proxy is on, but nobody asks it, so that hosts in network rules match by luck.
    [InlineData(Network, "aks-egress-vnet", "properties.dhcpOptions.dnsServers", "10.42.2.4")]

    // The article: 'ghcr' and 'docker' as network rules by host, whose addresses change every few seconds, without auth.docker.io and the store of anonymous pulls.
    [InlineData(Groups, NetworkRules, "properties.ruleCollections.aksfwnr.rules.ghcr", "")]
    [InlineData(Groups, NetworkRules, "properties.ruleCollections.aksfwnr.rules.docker", "")]
    [InlineData(Groups, ApplicationRules, $"{Allowed}.ghcr-registry.targetFqdns", "ghcr.io, pkg-containers.githubusercontent.com")]
    [InlineData(Groups, ApplicationRules, $"{Allowed}.docker-hub-registry.targetFqdns", "auth.docker.io, registry-1.docker.io, production.cloudflare.docker.com, docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com")]
    [InlineData(Groups, ApplicationRules, $"{Allowed}.docker-hub-redirect.targetFqdns", "docker.io")]

    // The article: --protocols Any, which DNAT rules of a policy do not take by their documentation; rule 'inboundrule' in collection 'exampleset'.
    [InlineData(Groups, DnatRules, "properties.ruleCollections.publish.rules.store-front-80.ipProtocols", "TCP")]
    [InlineData(Groups, DnatRules, "properties.ruleCollections.exampleset", "")]

    // The article: an identity that comes with the cluster, and its rights only behind it.
    [InlineData(Cluster, "aks-egress", "identity.type", "UserAssigned")]

    // The article says nothing: AKS's newer defaults instead of pods on the node subnet.
    [InlineData(Cluster, "aks-egress", "properties.networkProfile.networkPluginMode", "overlay")]
    [InlineData(Cluster, "aks-egress", "properties.networkProfile.networkDataplane", "cilium")]
    [InlineData(Cluster, "aks-egress", "properties.networkProfile.podCidr", "10.244.0.0/16")]
    public void The_value_is_another_one_than_in_the_article(string type, string name, string path, string value) =>
        Assert.Equal(value, predicted.Sample.Text(type, name, path));

    [Fact]
    public void There_are_the_twenty_frontends_that_the_article_recommends_but_does_not_make()
    {
        Assert.Equal(20, predicted.Sample.OfType("Microsoft.Network/publicIPAddresses").Count());
        var configurations = predicted.Sample.Value(Firewall, "aks-egress-fw", "properties.ipConfigurations")!.AsArray();
        Assert.Equal(20, configurations.Select(configuration => configuration!["properties"]!["publicIPAddress"]!["id"]!.GetValue<string>()).Distinct().Count());
        Assert.Single(configurations, configuration => configuration!["properties"]!["subnet"] is not null);
        Assert.Equal(20, predicted.Sample.Value(Cluster, "aks-egress", "properties.apiServerAccessProfile.authorizedIPRanges")!.AsArray().Count);
    }

    [Fact]
    public void The_route_past_the_firewall_is_missing_because_the_load_balancer_is_internal() =>
        Assert.Single(predicted.Sample.Value("Microsoft.Network/routeTables", "aks-egress-fwrt", "properties.routes")!.AsArray());

    [Fact]
    public void The_ingress_subnet_that_the_article_only_mentions_takes_the_route_table_too()
    {
        const string subnet = "Microsoft.Network/virtualNetworks/subnets";
        Assert.Equal("10.42.3.0/24", predicted.Sample.Text(subnet, "aks-egress-vnet/ingress-subnet", "properties.addressPrefix"));
        Assert.Equal(
            predicted.Sample.Text(subnet, "aks-egress-vnet/aks-subnet", "properties.routeTable.id"),
            predicted.Sample.Text(subnet, "aks-egress-vnet/ingress-subnet", "properties.routeTable.id"));
        Assert.Equal("", predicted.Sample.Text(subnet, "aks-egress-vnet/AzureFirewallSubnet", "properties.routeTable.id"));
    }

    [Fact]
    public void The_identity_is_Network_Contributor_on_the_subnets_and_the_route_table()
    {
        var assignments = predicted.Sample.OfType("Microsoft.Authorization/roleAssignments").ToList();
        Assert.Equal(
            ["aks-egress-fwrt", "aks-subnet", "ingress-subnet"],
            assignments.Select(assignment => assignment["id"]!.GetValue<string>().Split('/')[^5]).Order(StringComparer.Ordinal));
        Assert.All(assignments, assignment =>
        {
            Assert.EndsWith("/4d97b98b-1d4f-4787-a291-c67834d212e7", assignment["properties"]!["roleDefinitionId"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("/aks-egress-identity'", assignment["properties"]!["principalId"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal("ServicePrincipal", assignment["properties"]!["principalType"]!.GetValue<string>());
        });
    }

    [Fact]
    public void The_deployment_stops_when_Azure_gives_the_firewall_another_address_than_the_one_that_was_predicted()
    {
        const string actual = "').ipConfigurations[0].properties.privateIPAddress";
        var nextHop = predicted.Sample.Text("Microsoft.Network/routeTables", "aks-egress-fwrt", "properties.routes.aks-egress-fwrn.properties.nextHopIpAddress");
        Assert.StartsWith("[if(equals(reference('", nextHop, StringComparison.Ordinal);
        Assert.Contains($"{actual}, '10.42.2.4'), reference('", nextHop, StringComparison.Ordinal);
        Assert.Contains($"{actual}, fail(format('", nextHop, StringComparison.Ordinal);
    }
}

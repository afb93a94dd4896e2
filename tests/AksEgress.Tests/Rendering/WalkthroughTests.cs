using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>
/// The sample against Microsoft's article "Control egress traffic using Azure Firewall in Azure Kubernetes Service (AKS)". The values in this file are written down by hand from
/// the article's commands with its variables filled in (PREFIX="aks-egress", LOC="eastus"). What we do otherwise stands in <see cref="WalkthroughDeviationTests"/>.
/// </summary>
public sealed class WalkthroughTests(WalkthroughPrediction predicted) : IClassFixture<WalkthroughPrediction>
{
    private const string Providers = $"/subscriptions/{Prediction.SubscriptionId}/resourceGroups/{Prediction.ResourceGroup}/providers";
    private const string Network = "Microsoft.Network/virtualNetworks";
    private const string Subnet = "Microsoft.Network/virtualNetworks/subnets";
    private const string PublicIp = "Microsoft.Network/publicIPAddresses";
    private const string Firewall = "Microsoft.Network/azureFirewalls";
    private const string Policy = "Microsoft.Network/firewallPolicies";
    private const string Groups = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";
    private const string RouteTable = "Microsoft.Network/routeTables";
    private const string Cluster = "Microsoft.ContainerService/managedClusters";

    private const string NetworkRules = "aks-egress-fwpolicy/DefaultNetworkRuleCollectionGroup";
    private const string ApplicationRules = "aks-egress-fwpolicy/DefaultApplicationRuleCollectionGroup";
    private const string DnatRules = "aks-egress-fwpolicy/DefaultDnatRuleCollectionGroup";
    private const string Nwr = "properties.ruleCollections.aksfwnr";
    private const string Apr = "properties.ruleCollections.aksfwar";
    private const string InboundRule = "properties.ruleCollections.publish.rules.store-front-80";

    [Theory]

    // az network vnet create, az network vnet subnet create
    [InlineData(Network, "aks-egress-vnet", "location", "eastus")]
    [InlineData(Network, "aks-egress-vnet", "properties.addressSpace.addressPrefixes", "10.42.0.0/16")]
    [InlineData(Subnet, "aks-egress-vnet/aks-subnet", "properties.addressPrefix", "10.42.1.0/24")]
    [InlineData(Subnet, "aks-egress-vnet/AzureFirewallSubnet", "properties.addressPrefix", "10.42.2.0/24")]

    // az network public-ip create
    [InlineData(PublicIp, "aks-egress-fwpublicip", "location", "eastus")]
    [InlineData(PublicIp, "aks-egress-fwpublicip", "sku.name", "Standard")]
    [InlineData(PublicIp, "aks-egress-fwpublicip", "properties.publicIPAllocationMethod", "Static")]

    // az network firewall create --enable-dns-proxy true, az network firewall ip-config create
    [InlineData(Firewall, "aks-egress-fw", "location", "eastus")]
    [InlineData(Firewall, "aks-egress-fw", "properties.firewallPolicy.id", $"{Providers}/{Policy}/aks-egress-fwpolicy")]
    [InlineData(Policy, "aks-egress-fwpolicy", "properties.dnsSettings.enableProxy", "true")]
    [InlineData(Firewall, "aks-egress-fw", "properties.ipConfigurations.0.name", "aks-egress-fwconfig")]
    [InlineData(Firewall, "aks-egress-fw", "properties.ipConfigurations.aks-egress-fwconfig.properties.publicIPAddress.id", $"{Providers}/{PublicIp}/aks-egress-fwpublicip")]
    [InlineData(Firewall, "aks-egress-fw", "properties.ipConfigurations.aks-egress-fwconfig.properties.subnet.id", $"{Providers}/{Network}/aks-egress-vnet/subnets/AzureFirewallSubnet")]

    // az network route-table create, az network route-table route create, az network vnet subnet update --route-table
    [InlineData(RouteTable, "aks-egress-fwrt", "location", "eastus")]
    [InlineData(RouteTable, "aks-egress-fwrt", "properties.routes.aks-egress-fwrn.properties.addressPrefix", "0.0.0.0/0")]
    [InlineData(RouteTable, "aks-egress-fwrt", "properties.routes.aks-egress-fwrn.properties.nextHopType", "VirtualAppliance")]
    [InlineData(Subnet, "aks-egress-vnet/aks-subnet", "properties.routeTable.id", $"{Providers}/{RouteTable}/aks-egress-fwrt")]

    // az network firewall network-rule create --collection-name 'aksfwnr'
    [InlineData(Groups, NetworkRules, $"{Nwr}.action.type", "Allow")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.priority", "100")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.apiudp.ipProtocols", "UDP")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.apiudp.destinationAddresses", "AzureCloud.eastus")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.apiudp.destinationPorts", "1194")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.apitcp.ipProtocols", "TCP")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.apitcp.destinationAddresses", "AzureCloud.eastus")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.apitcp.destinationPorts", "9000")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.time.ipProtocols", "UDP")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.time.destinationFqdns", "ntp.ubuntu.com")]
    [InlineData(Groups, NetworkRules, $"{Nwr}.rules.time.destinationPorts", "123")]

    // az network firewall application-rule create --collection-name 'aksfwar'
    [InlineData(Groups, ApplicationRules, $"{Apr}.action.type", "Allow")]
    [InlineData(Groups, ApplicationRules, $"{Apr}.priority", "100")]
    [InlineData(Groups, ApplicationRules, $"{Apr}.rules.fqdn.fqdnTags", "AzureKubernetesService")]
    [InlineData(Groups, ApplicationRules, $"{Apr}.rules.fqdn.protocols.0.protocolType", "Http")]
    [InlineData(Groups, ApplicationRules, $"{Apr}.rules.fqdn.protocols.0.port", "80")]
    [InlineData(Groups, ApplicationRules, $"{Apr}.rules.fqdn.protocols.1.protocolType", "Https")]
    [InlineData(Groups, ApplicationRules, $"{Apr}.rules.fqdn.protocols.1.port", "443")]

    // az aks create
    [InlineData(Cluster, "aks-egress", "location", "eastus")]
    [InlineData(Cluster, "aks-egress", "properties.agentPoolProfiles.0.count", "3")]
    [InlineData(Cluster, "aks-egress", "properties.networkProfile.networkPlugin", "azure")]
    [InlineData(Cluster, "aks-egress", "properties.networkProfile.outboundType", "userDefinedRouting")]
    [InlineData(Cluster, "aks-egress", "properties.agentPoolProfiles.0.vnetSubnetID", $"{Providers}/{Network}/aks-egress-vnet/subnets/aks-subnet")]

    // az network firewall nat-rule create
    [InlineData(Groups, DnatRules, "properties.ruleCollections.publish.action.type", "DNAT")]
    [InlineData(Groups, DnatRules, $"{InboundRule}.sourceAddresses", "*")]
    [InlineData(Groups, DnatRules, $"{InboundRule}.destinationPorts", "80")]
    [InlineData(Groups, DnatRules, $"{InboundRule}.translatedPort", "80")]
    public void The_value_of_the_article(string type, string name, string path, string value) =>
        Assert.Equal(value, predicted.Sample.Text(type, name, path));

    // The values that the article reads back into variables: FWPRIVATE_IP, FWPUBLIC_IP, SERVICE_IP.
    [Theory]
    [InlineData(RouteTable, "aks-egress-fwrt", "properties.routes.aks-egress-fwrn.properties.nextHopIpAddress", $"reference('{Providers}/{Firewall}/aks-egress-fw', '2025-09-01').ipConfigurations[0].properties.privateIPAddress")]
    [InlineData(Groups, DnatRules, $"{InboundRule}.destinationAddresses.0", $"reference('{Providers}/{PublicIp}/aks-egress-fwpublicip', '2025-09-01').ipAddress")]
    [InlineData(Groups, DnatRules, $"{InboundRule}.translatedAddress", "10.42.3.10")]
    [InlineData(Cluster, "aks-egress", "properties.apiServerAccessProfile.authorizedIPRanges.0", $"'{{0}}/32', reference('{Providers}/{PublicIp}/aks-egress-fwpublicip', '2025-09-01').ipAddress")]
    public void The_value_that_the_article_reads_back(string type, string name, string path, string expression) =>
        Assert.Contains(expression, predicted.Sample.Text(type, name, path), StringComparison.Ordinal);

    // az network route-table route create -n aks-egress-fwinternet
    [Theory]
    [InlineData("aks-egress-fwinternet", "properties.nextHopType", "Internet")]
    [InlineData("aks-egress-fwinternet-2", "properties.nextHopType", "Internet")]
    [InlineData("aks-egress-fwinternet", "properties.addressPrefix", $"[format('{{0}}/32', reference('{Providers}/{PublicIp}/aks-egress-fwpublicip', '2025-09-01').ipAddress)]")]
    [InlineData("aks-egress-fwinternet-2", "properties.addressPrefix", $"[format('{{0}}/32', reference('{Providers}/{PublicIp}/aks-egress-fwpublicip-2', '2025-09-01').ipAddress)]")]
    [InlineData("aks-egress-fwrn", "properties.nextHopType", "VirtualAppliance")]
    [InlineData("aks-egress-fwrn", "properties.addressPrefix", "0.0.0.0/0")]
    public void The_route_of_the_article_when_it_is_written_down(string route, string path, string value) =>
        Assert.Equal(value, predicted.ExplicitRoutes.Text(RouteTable, "aks-egress-fwrt", $"properties.routes.{route}.{path}"));

    [Fact]
    public void Nothing_is_made_beside_the_resources_of_the_article_and_of_the_deviations() => Assert.Equal(
        [
            ("Microsoft.Authorization/roleAssignments", 3),
            (Cluster, 1),
            ("Microsoft.ManagedIdentity/userAssignedIdentities", 1),
            (Firewall, 1),
            (Policy, 1),
            (Groups, 3),
            (PublicIp, 20),
            (RouteTable, 1),
            (Network, 1),
            (Subnet, 3),
        ],
        predicted.Sample.Resources.CountBy(resource => resource["type"]!.GetValue<string>())
            .Select(count => (count.Key, count.Value))
            .OrderBy(count => count.Key, StringComparer.Ordinal));
}

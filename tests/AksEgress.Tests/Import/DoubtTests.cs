using AksEgress.Analysis;
using AksEgress.Model;

namespace AksEgress.Tests.Import;

/// <summary>Wherever something stands that cannot be read, what hangs on it depends: deployed resources with one thing in them that is not clear.</summary>
public sealed class DoubtTests
{
    private const string Base = """
        [
          { "id": "/p/providers/Microsoft.Network/azureFirewalls/fw", "location": "westeurope", "firewallPolicy": { "id": "/p/providers/Microsoft.Network/firewallPolicies/p" },
            "ipConfigurations": [ { "name": "c", "privateIPAddress": "10.0.2.4", "subnet": { "id": "/p/providers/Microsoft.Network/virtualNetworks/v/subnets/AzureFirewallSubnet" }, "publicIPAddress": { "id": "/p/providers/Microsoft.Network/publicIPAddresses/ip" } } ] },
          { "id": "/p/providers/Microsoft.Network/publicIPAddresses/ip", "ipAddress": "20.1.2.3" },
          { "id": "/p/providers/Microsoft.Network/firewallPolicies/p", "dnsSettings": { "enableProxy": true } },
          { "id": "/p/providers/Microsoft.Network/firewallPolicies/p/ruleCollectionGroups/g", "priority": 200, "ruleCollections": [
            { "name": "dns", "priority": 150, "ruleCollectionType": "FirewallPolicyFilterRuleCollection", "action": { "type": "Allow" }, "rules": [
              { "name": "n", "ruleType": "NetworkRule", "ipProtocols": [ "TCP" ], "sourceAddresses": [ "10.0.0.0/16" ], "destinationFqdns": [ "db.example.com" ], "destinationPorts": [ "5432" ] } ] },
            { "name": "web", "priority": 300, "ruleCollectionType": "FirewallPolicyFilterRuleCollection", "action": { "type": "Allow" }, "rules": [
              { "name": "a", "ruleType": "ApplicationRule", "protocols": [ { "protocolType": "Https", "port": 443 } ], "sourceAddresses": [ "10.0.0.0/16" ], "targetFqdns": [ "a.example.com" ] } ] } ] },
          { "id": "/p/providers/Microsoft.Network/virtualNetworks/v", "addressSpace": { "addressPrefixes": [ "10.0.0.0/16" ] }, "dhcpOptions": { "dnsServers": [ "10.0.2.4" ] }, "virtualNetworkPeerings": [], "subnets": [
            { "name": "s", "addressPrefix": "10.0.1.0/24", "serviceEndpoints": [], "routeTable": { "id": "/p/providers/Microsoft.Network/routeTables/t" } },
            { "name": "AzureFirewallSubnet", "addressPrefix": "10.0.2.0/26" } ] },
          { "id": "/p/providers/Microsoft.Network/routeTables/t", "routes": [ { "name": "d", "addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.2.4" } ] },
          { "id": "/p/providers/Microsoft.ContainerService/managedClusters/k", "networkProfile": { "networkPlugin": "azure" },
            "agentPoolProfiles": [ { "name": "one", "mode": "System", "count": 1, "vnetSubnetID": "/p/providers/Microsoft.Network/virtualNetworks/v/subnets/s" } ] }
        ]
        """;

    private const string Unclear = "[reference('other').outputs.value]";

    private const string OtherGroup = """ "ruleCollectionGroups": [ { "id": "/p/providers/Microsoft.Network/firewallPolicies/p/ruleCollectionGroups/other" } ], "dnsSettings": """;

    [Theory]
    [InlineData("a.example.com", 443, FlowProtocol.Https, Verdict.Allow)]
    [InlineData("b.example.com", 443, FlowProtocol.Https, Verdict.Deny)]
    [InlineData("10.9.0.1", 22, FlowProtocol.Tcp, Verdict.Deny)]
    [InlineData("frontend", 80, FlowProtocol.Tcp, Verdict.Deny)]
    public async Task Nothing_is_unclear(string to, int port, FlowProtocol protocol, Verdict verdict)
    {
        Assert.Equal(verdict, (await AskAsync(Base, "any pod", to, port, protocol)).Verdict);
    }

    [Theory]
    [InlineData("\"/p/providers/Microsoft.Network/routeTables/t\" } }", "\"[reference('other').outputs.value]\" } }", "s", "b.example.com", 443, FlowProtocol.Https)]
    [InlineData("serviceEndpoints\": []", "serviceEndpoints\": [ { \"service\": \"[reference('other').outputs.value]\" } ]", "s", "20.9.9.9", 443, FlowProtocol.Tcp)]
    [InlineData("\"nextHopIpAddress\": \"10.0.2.4\"", "\"nextHop\": { \"nextHopIpAddresses\": [ \"10.0.2.4\", \"10.0.2.5\" ] }", "s", "a.example.com", 443, FlowProtocol.Https)]
    [InlineData("\"port\": 443", "\"port\": \"[reference('other').outputs.value]\"", "s", "a.example.com", 443, FlowProtocol.Https)]
    [InlineData("\"addressPrefixes\": [", "\"addressPrefixes\": [ \"[reference('other').outputs.value]\",", "s", "10.9.0.1", 22, FlowProtocol.Tcp)]
    [InlineData("\"virtualNetworkPeerings\": []", "\"virtualNetworkPeerings\": [ { \"name\": \"x\", \"useRemoteGateways\": true } ]", "s", "10.9.0.1", 22, FlowProtocol.Tcp)]
    [InlineData("\"networkPlugin\": \"azure\"", "\"networkPlugin\": \"other\"", "any pod", "b.example.com", 443, FlowProtocol.Https)]
    [InlineData("\"networkPlugin\": \"azure\"", "\"networkPlugin\": \"azure\", \"networkPluginMode\": \"other\"", "any pod", "b.example.com", 443, FlowProtocol.Https)]
    [InlineData("\"agentPoolProfiles\": [", "\"agentPoolProfiles\": \"[reference('other').outputs.value]\", \"tags\": [", "any pod", "b.example.com", 443, FlowProtocol.Https)]
    [InlineData("\"action\": { \"type\": \"Allow\" }, \"rules\": [", "\"action\": { \"type\": \"Allow\" }, \"rules\": \"[reference('other').outputs.value]\", \"tags\": [", "s", "b.example.com", 443, FlowProtocol.Https)]
    public async Task An_answer_depends_on_what_is_not_clear(string clear, string unclear, string from, string to, int port, FlowProtocol protocol)
    {
        Assert.Contains(clear, Base, StringComparison.Ordinal);
        Assert.Equal(Verdict.Depends, (await AskAsync(Base.Replace(clear, unclear, StringComparison.Ordinal), from, to, port, protocol)).Verdict);
    }

    [Theory]
    [InlineData("198.51.100.7")]
    [InlineData("any pod")]
    public async Task Who_comes_in_depends_on_rules_that_are_not_there(string from)
    {
        var json = Base.Replace("\"dnsSettings\":", OtherGroup, StringComparison.Ordinal);

        Assert.Equal(Verdict.Depends, (await AskAsync(json, from, "frontend", 80, FlowProtocol.Tcp)).Verdict);
    }

    [Fact]
    public async Task Where_the_firewalls_subnet_is_not_there_default_routes_lead_to_it()
    {
        var json = Base.Replace("\"privateIPAddress\": \"10.0.2.4\", ", "", StringComparison.Ordinal).Replace("virtualNetworks/v/subnets/AzureFirewallSubnet", "virtualNetworks/hub/subnets/AzureFirewallSubnet", StringComparison.Ordinal);

        Assert.Equal(Verdict.Deny, (await AskAsync(json, "s", "b.example.com", 443, FlowProtocol.Https)).Verdict);
    }

    [Fact]
    public async Task A_difference_takes_in_what_could_not_be_read()
    {
        var before = (await Survival.ReadAsync(Base)).Topology!;

        foreach (var (clear, unclear) in new[]
        {
            ("\"port\": 443", $"\"port\": \"{Unclear}\""),
            ("\"dnsSettings\":", OtherGroup),
            ("\"serviceEndpoints\": []", "\"networkSecurityGroup\": { \"id\": \"x\" }"),
        })
        {
            var after = (await Survival.ReadAsync(Base.Replace(clear, unclear, StringComparison.Ordinal))).Topology!;
            Assert.False(before.CompareWith(after).IsEmpty, clear);
            Assert.True(after.CompareWith(after).IsEmpty, clear);
        }
    }

    [Fact]
    public async Task Threat_intelligence_that_is_not_clear_may_drop_less()
    {
        async Task<EgressTopology> WithAsync(string mode) => (await Survival.ReadAsync(Base.Replace("\"dnsSettings\":", $"\"threatIntelMode\": \"{mode}\", \"dnsSettings\":", StringComparison.Ordinal))).Topology!;
        var unclear = await WithAsync(Unclear);

        var statement = Assert.Single((await WithAsync("Deny")).CompareWith(unclear).Statements);

        Assert.Equal(DifferenceKind.PossiblyAllowed, statement.Kind);
        Assert.EndsWith("(threat intelligence: not known now, deny before)", statement.Text, StringComparison.Ordinal);
        Assert.Empty((await WithAsync("Alert")).CompareWith(unclear).Statements);
    }

    [Fact]
    public async Task A_list_that_goes_on_elsewhere_is_none()
    {
        var source = await Survival.ReadAsync($$"""{ "value": {{Base}}, "nextLink": "https://management.azure.com/x" }""");

        Assert.Null(source.Topology);
        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5001" && finding.Message.Contains("nextLink", StringComparison.Ordinal));
    }

    private static async Task<FlowAnswer> AskAsync(string json, string from, string to, int port, FlowProtocol protocol)
    {
        var source = await Survival.ReadAsync(json);
        Assert.True(source.Topology is not null, string.Join('\n', source.Diagnostics));
        return source.Topology.Analyze().Explain(new()
        {
            From = FlowSource.TryParse(from, out var known) ? known : default,
            To = FlowTarget.TryParse(to, out var target, out _) ? target : default,
            Port = port,
            Protocol = protocol,
        });
    }
}

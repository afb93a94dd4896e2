using System.Collections.Concurrent;
using AksEgress.Analysis;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Import;

/// <summary>Templates and deployed resources as other people write and print them.</summary>
public sealed class TemplateTests
{
    private static readonly string _folder = Repository.PathOf("tests", "AksEgress.Tests", "Import", "Templates");

    private static readonly ConcurrentDictionary<(string File, string Parameters), Lazy<Task<TopologySource>>> _read = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_with_a_spoke_in_bicep()
    {
        var source = await ReadAsync("hub/hub-spoke.bicep", "prefix=shop");
        var topology = source.Topology!;

        Assert.Equal("shop-spoke", topology.Network.Name);
        Assert.Equal(["10.1.0.0/16", "10.0.0.0/22"], topology.Network.AddressSpace.Select(prefix => prefix.ToString()));
        Assert.Equal(["nodes 10.1.0.0/22 shop-routes", "shared 10.1.8.0/24 none", "AzureFirewallSubnet 10.0.0.0/26 none", "shop-hub.shared 10.0.1.0/24 none"], topology.Network.Subnets.Select(subnet => $"{subnet.Name} {subnet.Prefix} {subnet.RouteTable}"));
        Assert.Equal([Ipv4Address.Parse("10.0.0.4")], topology.Network.DnsServers!);
        Assert.Equal(["default 0.0.0.0/0 VirtualAppliance", "drop 192.168.0.0/16 None"], topology.Network.RouteTables![0].Routes!.Select(route => $"{route.Name} {route.Prefix} {route.NextHopType}"));
        Assert.Equal(["company 100", "team 101"], topology.Firewall!.Policy!.RuleCollectionGroups!.Select(group => $"{group.Name} {group.Priority}"));
        Assert.Equal(ThreatIntelMode.Deny, topology.Firewall.ThreatIntelMode);
        Assert.Equal(("shop-pip", 2, "config"), (topology.Firewall.Frontends!.Name, topology.Firewall.Frontends.Count, topology.Firewall.Frontends.ConfigurationName));
        Assert.Equal(["system 3 nodes", "user 2 nodes"], topology.Cluster!.NodePools!.Select(pool => $"{pool.Name} {pool.Count} {pool.Subnet}"));
        Assert.Equal(["203.0.113.9/32"], topology.Cluster.AuthorizedIpRanges!.Select(range => range.ToString()));
        Assert.True(topology.Cluster.AuthorizeFrontends);
        Assert.Equal([new RoleAssignment { Subnet = "nodes" }], topology.Cluster.Identity!.RoleAssignments!);
        Assert.Equal("westeurope", topology.Location);
    }

    [Theory]
    [InlineData("a.files.contoso.com", 443, FlowProtocol.Https, Verdict.Deny, "company/never/files")]
    [InlineData("api.contoso.com", 443, FlowProtocol.Https, Verdict.Allow, "team/hosts/api")]
    [InlineData("203.0.113.9", 22, FlowProtocol.Tcp, Verdict.Allow, "team/offices/ssh")]
    [InlineData("203.0.113.129", 22, FlowProtocol.Tcp, Verdict.Deny, null)]
    public async Task Rules_of_parents_come_first_and_ip_groups_count(string to, int port, FlowProtocol protocol, Verdict verdict, string? rule)
    {
        var source = await ReadAsync("hub/hub-spoke.bicep", "prefix=shop");
        var answer = WithoutUnread(source.Topology!).Analyze().Explain(new() { From = FlowSource.OfSubnet("nodes"), To = FlowTarget.TryParse(to, out var target, out _) ? target : default, Port = port, Protocol = protocol });

        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(rule, answer.Rule?.ToString());
    }

    [Fact]
    public async Task What_is_not_read_is_said_where_it_was_declared()
    {
        var source = await ReadAsync("hub/hub-spoke.bicep", "prefix=shop");
        var findings = source.Diagnostics.Select(finding => $"{finding.Code} {finding.Span.Line} {finding.Message}").ToList();

        Assert.Contains(findings, finding => finding.StartsWith("AKSE5011 31 ", StringComparison.Ordinal) && finding.Contains("networkSecurityGroup", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("AKSE5010 63 Microsoft.Network/networkSecurityGroups", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("AKSE5013", StringComparison.Ordinal) && finding.Contains("one network", StringComparison.Ordinal));
        Assert.DoesNotContain(source.Diagnostics, finding => finding.Code == "AKSE5011" && !finding.Message.Contains("networkSecurityGroup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parameter_without_a_value_that_only_names_things_is_stood_in_for()
    {
        var source = await ReadAsync("hub/hub-spoke.bicep");

        var given = await ReadAsync("hub/hub-spoke.bicep", "prefix=shop");

        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5007" && finding.Message.Contains("'prefix'", StringComparison.Ordinal));
        Assert.StartsWith("The parameter 'prefix' has no value, and managedClusters", Assert.Single(Unread(source).Except(Unread(given))), StringComparison.Ordinal);
        Assert.Equal("team/hosts/api", Explain(given));
        Assert.Equal("team/hosts/api", Explain(source));

        static IEnumerable<string> Unread(TopologySource source) => source.Diagnostics.Where(finding => finding.Code == "AKSE5011").Select(finding => finding.Message.Replace("__prefix__", "shop", StringComparison.Ordinal));

        static string? Explain(TopologySource source) => WithoutUnread(source.Topology!).Analyze().Explain(new() { From = FlowSource.OfSubnet("nodes"), To = FlowTarget.TryParse("api.contoso.com", out var target, out _) ? target : default, Port = 443, Protocol = FlowProtocol.Https }).Rule?.ToString();
    }

    [Fact]
    public async Task A_parameter_that_decides_what_is_deployed_needs_a_value()
    {
        var source = await ReadAsync("classic.json");

        Assert.Null(source.Topology);
        var error = Assert.Single(source.Diagnostics, finding => finding.Severity == DiagnosticSeverity.Error);
        Assert.Equal("AKSE5005", error.Code);
        Assert.Contains("withTime", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_classic_firewall_in_an_arm_template()
    {
        var source = await ReadAsync("classic.json", "withTime=true");
        var firewall = source.Topology!.Firewall!;

        Assert.True(firewall.Dns!.Proxy);
        Assert.Equal(["DefaultNetworkRuleCollectionGroup/time", "DefaultApplicationRuleCollectionGroup/web"], firewall.Policy!.RuleCollectionGroups!.SelectMany(group => group.Collections.Select(collection => $"{group.Name}/{collection.Name}")));
        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5011" && finding.Message.Contains("webCategories", StringComparison.Ordinal));
        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5013" && finding.Message.Contains("fd00::/64", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_az_prints_of_deployed_resources()
    {
        var source = await ReadAsync("deployed");
        var topology = source.Topology!;

        Assert.Equal(Ipv4Address.Parse("10.42.2.5"), topology.Firewall!.PrivateIpAddress);
        Assert.Equal([DnatDestination.OfFrontend(1)], topology.Firewall.Policy!.RuleCollectionGroups![0].Collections.OfType<DnatRuleCollection>().Single().Rules[0].Destination!);
        Assert.Equal(["d 0.0.0.0/0", "own frontends"], topology.Network.RouteTables![0].Routes!.Select(route => $"{route.Name} {route.Prefix}"));
        Assert.Equal(["203.0.113.7/32"], topology.Cluster!.AuthorizedIpRanges!.Select(range => range.ToString()));
        Assert.True(topology.Cluster.AuthorizeFrontends);
        Assert.Equal((2, 5), (topology.Cluster.NodePools![0].MinCount, topology.Cluster.NodePools[0].MaxCount));

        var unread = Assert.Single(source.Diagnostics, finding => finding.Code == "AKSE5011");
        Assert.Contains("The IP group 'partners' is not in the source.", unread.Message, StringComparison.Ordinal);
        Assert.Equal(("groups.json", 20), (Path.GetFileName(unread.Span.File), unread.Span.Line));
    }

    [Theory]
    [InlineData("hub/hub-spoke.bicep", "nodes", "api.contoso.com", 443, FlowProtocol.Https, Verdict.Depends, "networkSecurityGroup")]
    [InlineData("hub/hub-spoke.bicep", "nodes", "a.files.contoso.com", 443, FlowProtocol.Https, Verdict.Deny, null)]
    [InlineData("hub/hub-spoke.bicep", "nodes", "example.org", 443, FlowProtocol.Https, Verdict.Deny, null)]
    [InlineData("deployed", "aks-subnet", "api.contoso.com", 443, FlowProtocol.Https, Verdict.Allow, null)]
    [InlineData("deployed", "aks-subnet", "example.org", 443, FlowProtocol.Https, Verdict.Deny, null)]
    [InlineData("deployed", "aks-subnet", "203.0.113.9", 22, FlowProtocol.Tcp, Verdict.Depends, "The IP group 'partners' is not in the source")]
    [InlineData("deployed", "aks-subnet", "203.0.113.9", 23, FlowProtocol.Tcp, Verdict.Deny, null)]
    [InlineData("deployed/firewall.json", "198.51.100.9", "example.org", 443, FlowProtocol.Https, Verdict.Depends, "The firewall policy 'policy' is not in the source")]
    [InlineData("deployed/groups.json", "10.42.1.9", "example.org", 443, FlowProtocol.Https, Verdict.Depends, "in no subnet")]
    [InlineData("deployed/cluster.json", "any pod", "example.org", 443, FlowProtocol.Https, Verdict.Depends, "not in the source")]
    [InlineData("classic.json", "aks-subnet", "example.org", 443, FlowProtocol.Https, Verdict.Depends, "webCategories")]
    [InlineData("classic.json", "aks-subnet", "example.org", 80, FlowProtocol.Http, Verdict.Deny, null)]
    public async Task An_answer_depends_on_what_could_not_be_read_and_on_nothing_else(string file, string from, string to, int port, FlowProtocol protocol, Verdict verdict, string? on)
    {
        var source = await ReadAsync(file, file switch { "classic.json" => ["withTime=true"], "hub/hub-spoke.bicep" => ["prefix=shop"], _ => [] });
        var answer = source.Topology!.Analyze().Explain(new() { From = FlowSource.TryParse(from, out var known) ? known : default, To = FlowTarget.TryParse(to, out var target, out _) ? target : default, Port = port, Protocol = protocol });

        Assert.Equal(verdict, answer.Verdict);
        if (on is not null)
        {
            Assert.Contains(answer.DependsOn, dependency => dependency.On.Contains(on, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_groups_of_a_policy_that_is_not_there_are_read()
    {
        var source = await ReadAsync("deployed/groups.json");
        var policy = source.Topology!.Firewall!.Policy!;

        Assert.Equal(["hosts", "in", "partners"], Assert.Single(policy.RuleCollectionGroups!).Collections.Select(collection => collection.Name));
        Assert.Contains(policy.Origin.UnreadableMembers, member => member.Name == nameof(FirewallPolicy.RuleCollectionGroups));
        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5012" && finding.Message.Contains("is not in the source, so its settings and its parents' rules are not known.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_of_rules_that_an_unread_one_may_come_before()
    {
        var source = await ReadAsync("deployed");

        Assert.Equal([FlowStage.Network], source.Topology!.Analyze().FindShadowedRules().Unanswered);
        Assert.Contains("Of network rules it is not said which others hide", source.RenderReport().Single(file => file.Path.EndsWith(".md", StringComparison.Ordinal)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_that_is_only_listed_says_nothing()
    {
        await using var reader = new TopologySourceReader();
        using var json = new MemoryStream("""
            [
              { "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/azureFirewalls/fw", "name": "fw", "type": "Microsoft.Network/azureFirewalls", "location": "eastus", "sku": null, "properties": null },
              { "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt", "name": "rt", "type": "Microsoft.Network/routeTables", "location": "eastus", "routes": [], "provisioningState": "Succeeded" },
              { "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v", "name": "v", "type": "Microsoft.Network/virtualNetworks", "location": "eastus", "addressSpace": { "addressPrefixes": ["10.0.0.0/16"] },
                "subnets": [{ "name": "nodes", "addressPrefix": "10.0.0.0/24", "routeTable": { "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt" } }] }
            ]
            """u8.ToArray());

        var source = await reader.ReadAsync(json, "list.json", cancellationToken: Token);

        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5012" && finding.Message.Contains("'fw' is listed without its properties", StringComparison.Ordinal));
        Assert.DoesNotContain(source.Diagnostics, finding => finding.Message.Contains("'rt'", StringComparison.Ordinal));
        Assert.Equal(Verdict.Depends, source.Topology!.Analyze().Explain(new() { From = Ipv4Address.Parse("10.1.0.9"), To = Fqdn.Parse("example.org"), Port = 443, Protocol = FlowProtocol.Https }).Verdict);
    }

    [Theory]
    [InlineData("subscription/main.bicep", "prefix=shop")]
    [InlineData("subscription/main.bicepparam")]
    public async Task A_template_of_a_subscription_with_modules_for_groups(string file, params string[] parameters)
    {
        var topology = (await ReadAsync(file, parameters)).Topology!;

        Assert.Equal(["10.1.0.0/16"], topology.Network.AddressSpace.Select(prefix => prefix.ToString()));
        Assert.Equal(["system nodes pods"], topology.Cluster!.NodePools!.Select(pool => $"{pool.Name} {pool.Subnet} {pool.PodSubnet}"));
        Assert.Equal("westeurope", topology.Location);
    }

    [Theory]
    [InlineData("peering", "10.8.0.4", Verdict.Allow, FlowStage.Local, null)]
    [InlineData("peering", "10.9.0.4", Verdict.Deny, FlowStage.Default, null)]
    [InlineData("gateway", "192.168.1.4", Verdict.Depends, FlowStage.Default, "routes of a gateway")]
    [InlineData("gateway", "192.168.9.9", Verdict.Deny, FlowStage.Default, null)]
    [InlineData("gateway", "10.1.0.9", Verdict.Allow, FlowStage.Local, null)]
    [InlineData("gateway", "example.org", Verdict.Deny, FlowStage.Default, null)]
    [InlineData("wan", "example.org", Verdict.Depends, FlowStage.Route, "Virtual WAN hub")]
    public async Task Routes_that_no_table_says(string file, string to, Verdict verdict, FlowStage stage, string? on)
    {
        var source = await ReadAsync($"routes/{file}.json");
        var answer = source.Topology!.Analyze().Explain(new() { From = FlowSource.OfSubnet("nodes"), To = FlowTarget.TryParse(to, out var target, out _) ? target : default, Port = 443, Protocol = FlowProtocol.Https });

        Assert.Equal((verdict, stage), (answer.Verdict, answer.Stage));
        Assert.Equal(on is not null, answer.DependsOn.Any(dependency => dependency.On.Contains(on ?? "", StringComparison.Ordinal)));
    }

    /// <summary>Reads once what several tests ask.</summary>
    private static Task<TopologySource> ReadAsync(string file, params string[] parameters) => _read.GetOrAdd((file, string.Join(' ', parameters)), _ => new(async () =>
    {
        await using var reader = new TopologySourceReader(new() { BicepPath = RealBicepCli.Path, Parameters = parameters });
        return await reader.ReadAsync(Path.Combine(_folder, file));
    })).Value;

    private static EgressTopology WithoutUnread(EgressTopology topology) =>
        topology with { Network = topology.Network with { Subnets = [.. topology.Network.Subnets.Select(subnet => subnet with { Origin = Origin.None })] } };
}

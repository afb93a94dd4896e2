namespace AksEgress.Tests.Validation.Clusters;

/// <summary>Rules on the cluster that have more to say than the two examples of their pages.</summary>
public sealed class ClusterRuleTests
{
    [Theory]
    [InlineData("authorizedIpRanges: [203.0.113.7/32], authorizeFrontends: false", "AKSE2424")]
    [InlineData("authorizedIpRanges: [], authorizeFrontends: false", "")]
    [InlineData("authorizedIpRanges: [0.0.0.0/0], authorizeFrontends: false", "AKSE2425")]
    [InlineData("authorizedIpRanges: [203.0.113.7/32], authorizeFrontends: false, outboundType: loadBalancer", "AKSE2443")]
    [InlineData("authorizedIpRanges: [0.0.0.0/32], outboundType: loadBalancer", "AKSE2443")]
    [InlineData("authorizedIpRanges: [0.0.0.0/1]", "")]
    [InlineData("authorizedIpRanges: [0.0.0.0/1, 128.0.0.0/1]", "AKSE2425")]
    [InlineData("authorizedIpRanges: [0.0.0.0/1, 128.0.0.0/2, 192.0.0.0/2, 10.0.0.0/8]", "AKSE2425 AKSE2427")]
    [InlineData("authorizedIpRanges: [100.64.0.0/10]", "AKSE2427")]
    [InlineData("authorizedIpRanges: [100.0.0.0/9]", "")]
    [InlineData("authorizedIpRanges: [10.0.0.0/8], privateCluster: true", "AKSE2410")]
    public void Authorised_ranges(string cluster, string codes) => Assert.Equal(codes, Codes.InCluster(cluster));

    [Theory]
    [InlineData("podCidr: 100.64.0.0/16", "")]
    [InlineData("podCidr: 100.128.0.0/16", "AKSE2428")]
    [InlineData("podCidr: 192.0.0.0/20", "AKSE2413")]
    [InlineData("serviceCidr: 20.0.0.0/16, podCidr: 20.0.0.0/15", "AKSE2412")]
    [InlineData("serviceCidr: 172.0.0.0/13", "")]
    [InlineData("serviceCidr: 172.0.0.0/12", "AKSE2431")]
    [InlineData("serviceCidr: 172.16.0.0/12", "AKSE2413")]
    [InlineData("serviceCidr: 168.0.0.0/11", "AKSE2414")]
    public void Ranges_of_pods_and_services(string network, string codes) => Assert.Equal(codes, Codes.InCluster($"network: {{ {network} }}"));

    [Theory]
    [InlineData("azure", "10.240.0.0/22", 3, "")]
    [InlineData("azure", "10.240.0.0/22", 4, "AKSE2442")]
    [InlineData("azure", "10.240.0.0/22", 5, "AKSE2429")]
    [InlineData("azure", "10.240.0.0/25", 1, "AKSE2429 AKSE2432")]
    [InlineData("kubenet", "10.240.0.0/22", 3, "AKSE2423")]
    [InlineData("kubenet", "10.240.0.0/22", 4, "AKSE2442 AKSE2423")]
    [InlineData("kubenet", "10.240.0.0/22", 5, "AKSE2429 AKSE2423")]
    [InlineData("kubenet", "10.128.0.0/15", 400, "AKSE2314 AKSE2423")]
    [InlineData("kubenet", "10.128.0.0/15", 401, "AKSE2430")]
    public void A_pod_range_has_a_piece_for_each_node(string plugin, string range, int nodes, string codes)
    {
        var found = Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.16.0/20, role: cluster }", $"cluster:\n  nodePools: [{{ name: system, count: {nodes} }}]\n  network: {{ plugin: {plugin}, podCidr: {range} }}\n");

        Assert.Equal(codes.Split(' ').Order(StringComparer.Ordinal), found.Split(' ').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(4, "Write a range of /21 or larger.")]
    [InlineData(50, "Write a range of /8 or larger.")]
    [InlineData(120, "No private range is that large: lower the counts of the pools.")]
    [InlineData(40000, "No private range is that large: lower the counts of the pools.")]
    public void A_pod_range_that_would_do_is_named_where_there_is_one(int pools, string advice)
    {
        var list = string.Join(", ", Enumerable.Range(1, pools).Select(i => $"{{ name: p{i}, count: {(pools < 10 ? 1 : 1000)} }}"));
        var findings = Findings.In(HelpPage.Complete($"cluster:\n  nodePools: [{list}]\n  network: {{ podCidr: 10.240.0.0/23 }}\n"));
        Assert.EndsWith(advice, Assert.Single(findings, finding => finding.Code == "AKSE2429").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ name: system, count: 1 }", "AKSE2432")]
    [InlineData("{ name: system, count: 0 }", "AKSE2403")]
    [InlineData("{ name: system, minCount: 1, maxCount: 5 }", "AKSE2432")]
    [InlineData("{ name: system, mode: system, count: 1 }, { name: more, mode: system, count: 1 }", "")]
    [InlineData("{ name: system }, { name: work, count: 1 }", "")]
    [InlineData("{ name: system, vmSize: standard_b2s }", "AKSE2433")]
    [InlineData("{ name: system, vmSize: Standard_Big }", "")]
    [InlineData("{ name: system }, { name: work, vmSize: Standard_B2s }", "")]
    [InlineData("{ name: system, count: 3, maxPods: 10 }", "")]
    [InlineData("{ name: system, count: 2, maxPods: 14 }", "AKSE2434")]
    [InlineData("{ name: system }, { name: work, count: 1, maxPods: 10 }", "")]
    public void System_pools(string pools, string codes) => Assert.Equal(codes, Codes.InCluster($"nodePools: [{pools}]"));

    [Theory]
    [InlineData("'1.30'", "AKSE2436")]
    [InlineData("1.29.9", "AKSE2436")]
    [InlineData("'1.31'", "")]
    [InlineData("1.32.9", "")]
    [InlineData("'1.33'", "AKSE2436")]
    [InlineData("'1.34'", "")]
    [InlineData("'1.99'", "")]
    [InlineData("'2.10'", "AKSE2408")]
    [InlineData("1.2.3.4", "AKSE2408")]
    public void Versions(string version, string codes) => Assert.Equal(codes, Codes.InCluster($"kubernetesVersion: {version}"));

    [Theory]
    [InlineData("allow: [aks]\n", "AKSE2435")]
    [InlineData("allow: [aks, windows]\n", "")]
    [InlineData("allow: [aks]\nrules: [{ collection: kms, kind: network, priority: 200, rules: [{ name: kms, protocols: [tcp], destination: [20.118.99.224], ports: [1688] }] }]\n", "AKSE2435")]
    [InlineData("allow: [aks, { name: win, https: [go.microsoft.com] }]\n", "AKSE2435")]
    [InlineData("allow: [aks, { name: win, https: [go.microsoft.com] }]\nrules: [{ collection: kms, kind: network, priority: 200, rules: [{ name: kms, protocols: [tcp], destination: [20.118.99.224], ports: [1688] }] }]\n", "")]
    [InlineData("allow: [aks, { name: win, https: [go.microsoft.com] }]\nrules: [{ collection: kms, kind: network, priority: 200, rules: [{ name: kms, protocols: [udp], destination: [20.118.99.224], ports: [1688] }] }]\n", "AKSE2435")]
    [InlineData("allow: [aks, { name: win, https: [go.microsoft.com, azkms.core.windows.net] }]\n", "AKSE2238")]
    [InlineData("allow: [aks, windos]\n", "AKSE1012")]
    [InlineData("allow: [aks, { https: [go..microsoft.com] }]\n", "AKSE2006")]
    [InlineData("cloud: china\nlocation: chinaeast2\nallow: [aks, { name: win, https: [go.microsoft.com] }]\n", "")]
    [InlineData("allow: [aks]\nrules: [{ collection: kms, kind: network, priority: 200, rules: [{ name: kms, protocols: [tcp], destination: [20.118.99.224], ports: [1687] }] }]\n", "AKSE2435")]
    [InlineData("allow: [aks]\nrules: [{ collection: kms, kind: network, priority: 200, action: deny, rules: [{ name: kms, protocols: [tcp], destination: [20.118.99.224], ports: [1688] }] }]\n", "AKSE2435")]
    public void Windows_pools_reach_what_they_need(string rest, string codes) =>
        Assert.Equal(codes, Codes.In($"cluster:\n  nodePools: [{{ name: system }}, {{ name: win, os: windows }}, {{ name: win2, os: windows }}]\n{rest}"));

    [Theory]
    [InlineData("plugin: kubenet, pluginMode: overlay", "userAssigned", "AKSE2421")]
    [InlineData("plugin: kubenet", "systemAssigned", "AKSE2416")]
    [InlineData("plugin: kubenet", "userAssigned", "AKSE2423")]
    public void Kubenet_is_one_finding(string network, string identity, string codes) => Assert.Equal(codes, Codes.InCluster($"network: {{ {network} }}, identity: {{ type: {identity} }}"));

    [Theory]
    [InlineData("[{ subnet: aks-subnet }]", "AKSE2440 AKSE2423")]
    [InlineData("[{ routeTable: aks-egress-fwrt }]", "AKSE2440 AKSE2423")]
    [InlineData("[{ subnet: AKS-SUBNET }, { routeTable: AKS-EGRESS-FWRT }]", "AKSE2423")]
    public void Kubenet_writes_the_route_table(string assignments, string codes) =>
        Assert.Equal(codes.Split(' ').Order(StringComparer.Ordinal), Codes.InCluster($"network: {{ plugin: kubenet }}, identity: {{ roleAssignments: {assignments} }}").Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("loadBalancer", "aks-subnet", "AKSE2437")]
    [InlineData("loadBalancer", "aks-subnet, routeTable: none", "AKSE2443")]
    [InlineData("userDefinedRouting", "aks-subnet", "")]
    [InlineData("userAssignedNatGateway", "aks-subnet", "AKSE2438")]
    [InlineData("none", "aks-subnet", "AKSE2439")]
    public void Outbound_types(string type, string subnet, string codes) =>
        Assert.Equal(codes, Codes.InNetwork($"{{ prefix: 10.42.1.0/24, role: cluster, name: {subnet} }}", $"cluster: {{ outboundType: {type} }}\n", "  routeTables: [{ name: nodes, routes: [{ prefix: 0.0.0.0/0 }] }]\n"));

    [Theory]
    [InlineData("enableNodePublicIp: true", "", "AKSE2441")]
    [InlineData("enableNodePublicIp: true", ", outboundType: loadBalancer", "AKSE2443")]
    [InlineData("enableNodePublicIp: false", "", "")]
    public void Public_addresses_of_nodes(string pool, string cluster, string codes) => Assert.Equal(codes, Codes.InCluster($"nodePools: [{{ name: system, {pool} }}]{cluster}"));

    [Fact]
    public void A_default_range_is_reported_where_the_network_took_it()
    {
        var findings = Findings.In(HelpPage.Complete("network:\n  addressSpace: [10.42.0.0/16, 10.0.0.0/16, 10.244.0.0/16]\n  subnets: [{ name: aks, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }]\n"));

        Assert.Equal(
            [(2, 32, "The default service range 10.0.0.0/16 overlaps the network (10.0.0.0/16)"), (2, 45, "The default pod range 10.244.0.0/16 overlaps the network (10.244.0.0/16)")],
            findings.Select(finding => (finding.Span.Line, finding.Span.Column, finding.Message[..finding.Message.IndexOf(',', StringComparison.Ordinal)])));
        Assert.Equal(2, findings.Select(finding => finding.Message[finding.Message.LastIndexOf(' ')..]).Distinct().Count());
    }

    [Theory]
    [InlineData("[10.0.0.0/8]", "under cluster.network.serviceCidr, such as 172.16.0.0/16.")]
    [InlineData("[10.0.0.0/8, 172.16.0.0/14]", "under cluster.network.serviceCidr, such as 192.168.0.0/16.")]
    [InlineData("[0.0.0.0/1, 128.0.0.0/1]", "Make the network's address space smaller, so that private addresses are left over.")]
    public void The_advice_for_an_overlap_can_be_followed(string space, string advice) =>
        Assert.EndsWith(advice, Findings.In(HelpPage.Complete($"network:\n  addressSpace: {space}\n  subnets: [{{ name: aks, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}]\n"))
            .First(finding => finding.Code == "AKSE2412").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("serviceCidr: 64.0.0.0/10", "AKSE2414", "192.168.0.0/16")]
    [InlineData("serviceCidr: 172.32.0.0/12", "AKSE2431", "192.168.0.0/16")]
    [InlineData("podCidr: 20.0.0.0/16", "AKSE2428", "100.64.0.0/16")]
    public void Ranges_in_advice_are_free(string range, string code, string free) =>
        Assert.EndsWith($", such as {free}.", Assert.Single(Findings.In(HelpPage.Complete($"cluster:\n  network: {{ {range} }}\nnetwork:\n  addressSpace: [10.42.0.0/16, 10.244.0.0/16, 172.16.0.0/16]\n  subnets: [{{ name: aks, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}]\n")),
            finding => finding.Code == code).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "", "AKSE2440")]
    [InlineData("[{ routeTable: aks-egress-fwrt }]", "", "AKSE2440")]
    [InlineData("[{ subnet: AKS-SUBNET }]", "", "")]
    [InlineData("[{ subnet: aks-subnet }]", "nodePools: [{ name: system, podSubnet: pods }]", "AKSE2440")]
    [InlineData("[{ subnet: aks-subnet }, { subnet: pods }]", "nodePools: [{ name: system, podSubnet: pods }]", "")]
    [InlineData("[]", "nodePools: [{ name: system, podSubnet: pods }]", "AKSE2440 AKSE2440")]
    [InlineData("[{ subnet: pods }]", "nodePools: [{ name: system, subnet: pods }, { name: work, subnet: pods }]", "")]
    public void The_identity_may_join_the_subnets_of_pools(string assignments, string cluster, string codes) =>
        Assert.Equal(codes, Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }|{ name: pods, prefix: 10.42.16.0/20, routeTable: aks-egress-fwrt }", $"cluster: {{ identity: {{ roleAssignments: {assignments} }}, {cluster} }}\n"));

    [Theory]
    [InlineData("[{ subnet: aks-subnet }]", "", "")]
    [InlineData("[]", "", "puts nodes or pods into 'aks-subnet'")]
    [InlineData("[{ subnet: aks-subnet }]", "subnet: other, address: 10.42.4.9", "puts load balancers into 'other'")]
    [InlineData("[{ subnet: aks-subnet }, { subnet: other }]", "subnet: other, address: 10.42.4.9", "")]
    public void The_identity_may_join_the_subnets_of_load_balancers(string assignments, string service, string message)
    {
        var messages = Findings.In(HelpPage.Complete($"cluster: {{ identity: {{ roleAssignments: {assignments} }} }}\npublish: [{{ service: web, port: 80{(service.Length > 0 ? ", " : "")}{service} }}]\nnetwork:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }}, {{ name: other, prefix: 10.42.4.0/24 }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}]\n"))
            .Where(finding => finding.Code == "AKSE2440").Select(finding => finding.Message).ToList();

        Assert.Equal(message.Length == 0 ? 0 : 1, messages.Count);
        Assert.All(messages, text => Assert.Contains(message, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ prefix: 20.118.99.224/32, nextHopType: internet }, { prefix: 40.83.235.53/32, nextHopType: internet }, { prefix: 23.102.135.246/32, nextHopType: internet }", "no rule opens the hosts that Windows nodes ask")]
    [InlineData("{ prefix: 20.118.99.224/32, nextHopType: internet }, { prefix: 40.83.235.53/32, nextHopType: internet }", "nor TCP 1688 for activation")]
    public void Routes_may_send_activation_straight_out(string routes, string message) =>
        Assert.Contains(message, Assert.Single(Findings.In(HelpPage.Complete(
            $"cluster:\n  nodePools: [{{ name: system }}, {{ name: win, os: windows }}]\nnetwork:\n  addressSpace: [10.42.0.0/16]\n  routeTables: [{{ name: nodes, routes: [{{ prefix: 0.0.0.0/0 }}, {routes}] }}]\n  subnets: [{{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}]\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("standard", "Add 'windows' under allow.")]
    [InlineData("basic", "and a network rule for TCP 1688 to 20.118.99.224, 40.83.235.53, 23.102.135.246; or take tier Standard and add 'windows' under allow.")]
    public void The_advice_for_windows_suits_the_tier(string tier, string advice) =>
        Assert.EndsWith(advice, Assert.Single(Findings.In(HelpPage.Complete(
            $"firewall: {{ tier: {tier} }}\ncluster:\n  nodePools: [{{ name: system }}, {{ name: win, os: windows }}]\nnetwork:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}, {{ name: AzureFirewallManagementSubnet, prefix: 10.42.3.0/24 }}]\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("pluginMode: overlay")]
    [InlineData("plugin: kubenet")]
    public void A_pod_subnet_that_pods_do_not_take_is_one_finding(string network) =>
        Assert.Equal("AKSE2419", Codes.InNetwork(
            "{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster, routeTable: nodes }|{ name: pods, prefix: 10.42.4.0/24, routeTable: pods }",
            $"cluster:\n  nodePools: [{{ name: system, podSubnet: pods }}]\n  network: {{ {network} }}\n",
            "  routeTables: [{ name: nodes, routes: [{ prefix: 0.0.0.0/0 }] }, { name: pods, routes: [{ prefix: 0.0.0.0/0 }, { prefix: 198.51.100.0/24, nextHopType: none }] }]\n").Replace(" AKSE2423", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("", true)]
    [InlineData("privateCluster: true", false)]
    [InlineData("authorizeFrontends: false", false)]
    [InlineData("authorizeFrontends: false, authorizedIpRanges: [203.0.113.0/24]", true)]
    public void Public_addresses_of_nodes_are_compared_with_ranges_where_there_are_some(string cluster, bool names) =>
        Assert.Equal(names, Findings.In(HelpPage.Complete($"cluster: {{ nodePools: [{{ name: system, enableNodePublicIp: true }}], {cluster} }}\n")).Single(finding => finding.Code == "AKSE2441").Message.Contains("authorised ranges", StringComparison.Ordinal));

    [Fact]
    public void The_advice_for_a_private_range_is_not_another_mistake() =>
        Assert.EndsWith("and remove authorizedIpRanges.", Assert.Single(Findings.In(HelpPage.Complete("cluster: { authorizedIpRanges: [10.20.0.0/16] }\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[5]")]
    [InlineData("{ ruleCollectionGroups: 5 }")]
    public void Nothing_is_missing_from_rules_that_could_not_be_read(string policy) =>
        Assert.Equal("AKSE1011", Codes.In($"firewall: {{ policy: {policy} }}\nallow: [{{ name: mirror, https: [acs-mirror.azureedge.net] }}]\n"));

    [Fact]
    public void A_route_table_called_none_is_one_finding() =>
        Assert.Equal("AKSE2308", Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }", "", "  routeTables: [{ name: none, routes: [{ prefix: 0.0.0.0/0 }] }]\n"));
}

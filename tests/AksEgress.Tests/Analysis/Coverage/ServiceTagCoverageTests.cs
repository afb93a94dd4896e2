using System.Text;
using AksEgress.Analysis;

namespace AksEgress.Tests.Analysis.Coverage;

/// <summary>An endpoint by service tag is covered by a rule for the tag, a wider one, or every address.</summary>
public sealed class ServiceTagCoverageTests
{
    [Theory]
    [InlineData("allow AzureCloud.eastus", CoverageStatus.Covered)]
    [InlineData("allow azurecloud.EastUS", CoverageStatus.Covered)]
    [InlineData("allow AzureCloud", CoverageStatus.Covered)]
    [InlineData("allow \"*\"", CoverageStatus.Covered)]
    [InlineData("allow 0.0.0.0/0", CoverageStatus.Covered)]
    [InlineData("allow AzureCloud.westus", CoverageStatus.Depends)]
    [InlineData("allow Storage", CoverageStatus.Depends)]
    [InlineData("allow 20.1.2.3", CoverageStatus.Depends)]
    [InlineData("allow 10.0.0.0/8", CoverageStatus.NotCovered)]
    [InlineData("deny AzureCloud; allow \"*\"", CoverageStatus.NotCovered)]
    [InlineData("deny AzureCloud.eastus; allow AzureCloud", CoverageStatus.NotCovered)]
    [InlineData("deny 20.1.2.3; allow AzureCloud", CoverageStatus.Depends)]
    [InlineData("deny 10.1.2.3; allow AzureCloud", CoverageStatus.Covered)]
    [InlineData("allow 20.1.2.3; allow AzureCloud", CoverageStatus.Covered)]
    [InlineData("allow AzureCloud; deny AzureCloud.eastus", CoverageStatus.Covered)]
    public void A_tag(string rules, CoverageStatus status)
    {
        var text = "rules:\n" + string.Concat(rules.Split("; ").Select((rule, index) =>
            $"  - {{ collection: c{index}, kind: network, priority: {100 + index}, action: {rule.Split(' ')[0]}, rules: [{{ name: r, protocols: [udp], destination: [{rule.Split(' ')[1]}], ports: [1194] }}] }}\n"));

        Assert.Equal(status, CoverageDocument.Report(text).Entry("AzureCloud.eastus", 1194).Status);
        Assert.Equal(CoverageStatus.NotCovered, CoverageDocument.Report(text).Entry("AzureCloud.eastus", 9000).Status);
    }

    [Theory]
    [InlineData("Storage", CoverageStatus.Depends)]
    [InlineData("AzureCloud", CoverageStatus.NotCovered)]
    public void A_rule_counts_where_the_tags_route_leads_to_it(string routed, CoverageStatus status)
    {
        // What the firewall denies goes past it otherwise.
        var analysis = CoverageDocument.Read($"""
            name: test
            location: eastus
            network:
              addressSpace: [10.42.0.0/16]
              subnets: [{"{"} name: aks-subnet, prefix: 10.42.1.0/24, role: cluster, routeTable: main {"}"}, {"{"} name: AzureFirewallSubnet, prefix: 10.42.2.0/24 {"}"}]
              routeTables: [{"{"} name: main, routes: [{"{"} name: rest, prefix: 0.0.0.0/0, nextHopType: internet {"}"}, {"{"} name: tag, prefix: {routed} {"}"}] {"}"}]
            rules:
              - {"{"} collection: c, kind: network, priority: 100, action: deny, rules: [{"{"} name: r, protocols: [udp], destination: [AzureCloud.eastus], ports: [1194] {"}"}] {"}"}
            """).Analyze();

        Assert.Equal(status, analysis.Coverage().Entry("AzureCloud.eastus", 1194).Status);
    }

    [Fact]
    public void The_tag_is_spelt_as_azure_spells_its_region() =>
        Assert.Equal(CoverageStatus.Covered, CoverageDocument.Report("location: norwayeast\nallow: [aks-legacy-tunnel]").Entry("AzureCloud.norwaye", 1194).Status);

    [Fact]
    public void Microsofts_file_does_not_change_what_names_say()
    {
        Assert.True(ServiceTagPrefixes.TryRead(Encoding.UTF8.GetBytes("""{"values":[{"name":"AzureCloud.eastus","properties":{"addressPrefixes":["20.0.0.0/16"]}}]}"""), out var prefixes, out _));
        var topology = CoverageDocument.Read("""
            name: test
            location: eastus
            network: { addressSpace: [10.42.0.0/16], subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }] }
            allow: [aks-legacy-tunnel]
            """);

        Assert.Equal(CoverageStatus.Covered, topology.Analyze(prefixes).Coverage().Entry("AzureCloud.eastus", 1194).Status);
    }
}

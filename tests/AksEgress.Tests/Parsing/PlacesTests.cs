using AksEgress.Diagnostics;
using AksEgress.Parsing;

namespace AksEgress.Tests.Parsing;

/// <summary>Where findings stand, by line and column; the help pages show the same by the text that is underlined.</summary>
public sealed class PlacesTests
{
    private const string Rest = "\nlocation: eastus\nnetwork: { addressSpace: [10.42.0.0/16], subnets: [] }\n";

    [Theory]
    [InlineData("name: [a", "AKSE1001", 1, 7, 1, 7)]
    [InlineData("name: a\nfirewall: { tier: basic", "AKSE1001", 2, 17, 2, 17)]
    [InlineData("name: &a b", "AKSE1005", 1, 7, 1, 11)]
    [InlineData("name: *a", "AKSE1005", 1, 7, 1, 9)]
    [InlineData("name: !a b", "AKSE1007", 1, 7, 1, 11)]
    [InlineData("name: a\nname: b", "AKSE1008", 2, 1, 2, 5)]
    [InlineData("name: a\nfirewal: {}", "AKSE1009", 2, 1, 2, 8)]
    [InlineData("name: a\nfirewall:\n  teir: basic", "AKSE1009", 3, 3, 3, 7)]
    [InlineData("cloud: public", "AKSE1010", 1, 1, 1, 6)]
    [InlineData("name: a\nservices: [{ ports: [] }]", "AKSE1010", 2, 12, 2, 25)]
    [InlineData("name: { a: b }", "AKSE1011", 1, 7, 1, 15)]
    [InlineData("name:", "AKSE1011", 1, 6, 1, 6)]
    [InlineData("name: a\nfirewall: 7", "AKSE1011", 2, 11, 2, 12)]
    [InlineData("name: a\nallow: aks", "AKSE1011", 2, 8, 2, 11)]
    [InlineData("name: a\nfirewall: { zones: [1, one] }", "AKSE1011", 2, 24, 2, 27)]
    [InlineData("name: a\nfirewall: { zones: ['1'] }", "AKSE1011", 2, 21, 2, 24)]
    [InlineData("name: a\nfirewall: { frontends: { count: 010 } }", "AKSE1011", 2, 33, 2, 36)]
    [InlineData("name: a\nfirewall: { dns: { proxy: on } }", "AKSE1011", 2, 27, 2, 29)]
    [InlineData("name: a\ntags: { owner: [] }", "AKSE1011", 2, 16, 2, 18)]
    [InlineData("name: a\ncloud: 'mars'", "AKSE1012", 2, 8, 2, 14)]
    [InlineData("name: a\nallow: [aks, dockerhub, dokker]", "AKSE1012", 2, 25, 2, 31)]
    [InlineData("name: a\n? [x]\n: y", "AKSE1011", 2, 3, 2, 6)]
    public void A_finding_stands_where_the_mistake_is(string text, string code, int line, int column, int endLine, int endColumn)
    {
        var finding = Assert.Single(TopologyDocument.Parse(text + Rest, "a.egress.yaml").Diagnostics);

        Assert.Equal((code, new SourceSpan("a.egress.yaml", line, column, endLine, endColumn)), (finding.Code, finding.Span));
    }

    [Fact]
    public void A_second_document_is_reported_at_its_beginning()
    {
        var finding = Assert.Single(TopologyDocument.Parse($"name: a{Rest}---\nname: b\n", "a").Diagnostics);

        Assert.Equal(("AKSE1006", new SourceSpan("a", 4, 1, 4, 4)), (finding.Code, finding.Span));
    }

    [Fact]
    public void Nodes_know_where_they_and_their_members_were_said()
    {
        var network = TopologyDocument.Parse("name: a\nlocation: eastus\nnetwork:\n  addressSpace: [10.1.0.0/16, 10.2.0.0/16]\n  subnets:\n    - name: x\n      prefix: 10.1.0.0/24\n", "a").Readable!.Network;

        Assert.Equal(new SourceSpan("a", 4, 31, 4, 42), network.At("AddressSpace", 1));
        Assert.Equal(new SourceSpan("a", 6, 7, 6, 11), network.Subnets[0].Origin.Span);
        Assert.Equal(new SourceSpan("a", 7, 15, 7, 26), network.Subnets[0].At("Prefix"));
        Assert.Equal(network.Subnets[0].Origin.Span, network.Subnets[0].At("RouteTable"));
    }

    [Fact]
    public void Elements_behind_an_unreadable_one_keep_their_places()
    {
        var cluster = TopologyDocument.Parse("cluster: { authorizedIpRanges: [10.0.0.0/8, nonsense, 11.0.0.0/8] }", "a").Readable!.Cluster!;

        Assert.Equal(2, cluster.AuthorizedIpRanges!.Count);
        Assert.True(cluster.IsUnreadable("AuthorizedIpRanges"));
        Assert.Equal(new SourceSpan("a", 1, 55, 1, 65), cluster.At("AuthorizedIpRanges", 1));
    }

    [Fact]
    public void Tags_and_addresses_in_one_list_keep_their_places()
    {
        var document = TopologyDocument.Parse("rules: [{ collection: c, kind: network, priority: 200, rules: [{ name: r, protocols: [tcp], ports: [443], destination: [AzureMonitor, 10.0.0.4, Storage] }] }]", "a");
        var rule = ((AksEgress.Model.NetworkRuleCollection)document.Readable!.Rules![0]).Rules[0];

        Assert.Equal((1, 2), (rule.Destination!.Count, rule.ServiceTags!.Count));
        Assert.Equal([121, 145], new[] { 0, 1 }.Select(index => rule.At("ServiceTags", index).Column));
        Assert.Equal(135, rule.At("Destination", 0).Column);
    }
}

using AksEgress.Parsing;

namespace AksEgress.Tests.Parsing;

public sealed class ManyMistakesTests
{
    [Fact]
    public void All_mistakes_of_a_document_are_reported_in_one_run_in_their_order()
    {
        const string text = """
            nmae: a
            location: eastus
            location: westus
            network:
              addressSpace: [10.42.0.0/33]
              subnets:
                - { name: x, prefix: 10.42.1.7/24, rolle: cluster }
                - { name: y }
            firewall:
              tier: Standart
              zones: 1
              dns: { proxy: yes }
            cluster: []
            allow: [akz, { https: ['a.*.com'] }]
            rules:
              - { collection: c, kind: netwrk, priority: 200, rules: [] }
              - { collection: d, kind: dnat, priority: 99, rules: [{ name: e, port: 70000 }] }
            tags: !x { a: &b c }
            """;

        var findings = TopologyDocument.Parse(text, "a").Diagnostics;

        Assert.Equal(
            [
                (1, "AKSE1009"), (3, "AKSE1008"), (5, "AKSE2002"), (7, "AKSE2003"), (7, "AKSE1009"), (8, "AKSE1010"), (10, "AKSE1012"), (11, "AKSE1011"),
                (12, "AKSE1011"), (13, "AKSE1011"), (14, "AKSE1012"), (14, "AKSE2007"), (16, "AKSE1012"), (17, "AKSE2008"), (17, "AKSE2005"),
                (18, "AKSE1007"), (18, "AKSE1005"),
            ],
            findings.Select(finding => (finding.Span.Line, finding.Code)));
        Assert.Equal(findings.OrderBy(finding => finding.Span.Line).ThenBy(finding => finding.Span.Column), findings);
    }

    [Theory]
    [InlineData("firewal: {}", "Did you mean 'firewall'?")]
    [InlineData("Network: {}", "Did you mean 'network'?")]
    [InlineData("resourcegroup: a", "Did you mean 'resourceGroup'?")]
    [InlineData("firewall: { teir: basic }", "Did you mean 'tier'?")]
    [InlineData("firewall: { tier: standrad }", "Did you mean 'standard'?")]
    [InlineData("allow: [docker-hubs]", "Did you mean 'docker-hub'?")]
    [InlineData("cloud: mars", "Known are: public, usGovernment, china.")]
    public void The_nearest_right_word_is_named(string text, string hint) =>
        Assert.Contains(TopologyDocument.Parse(text, "a").Diagnostics, finding => finding.Message.EndsWith(hint, StringComparison.Ordinal));

    [Theory]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("null")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData("~")]
    [InlineData("2026-01-01")]
    public void Words_that_other_readers_convert_stay_text(string word)
    {
        var topology = TopologyDocument.Parse($"name: {word}\ntags: {{ {word}: {word} }}", "a").Readable!;

        Assert.Equal((word, word, word), (topology.Name, topology.Tags![0].Name, topology.Tags[0].Value));
    }

    [Theory]
    [InlineData("docker-hub")]
    [InlineData("dockerHub")]
    [InlineData("Docker-Hub")]
    public void Case_and_hyphens_of_words_do_not_matter(string word) =>
        Assert.Equal(AksEgress.Model.EndpointSet.DockerHub, TopologyDocument.Parse($"allow: [{word}]", "a").Readable!.Allow![0].Set);
}

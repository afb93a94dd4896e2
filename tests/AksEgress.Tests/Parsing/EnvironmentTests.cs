using System.Text;
using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;
using AksEgress.Tests.Validation;
using CsCheck;

namespace AksEgress.Tests.Parsing;

/// <summary>One document, a topology for each environment.</summary>
public sealed class EnvironmentTests
{
    /// <summary>A document that takes everything from its environments, with what it includes.</summary>
    public const string Everywhere =
        """
        environments:
          dev: { location: eastus, tier: free, nodes: 1, zones: [1], net: 42, hosts: [a.contoso.com], port: 443, yes: true, kind: network, priority: 200, none: [], tag: 'a: b' }
          prod: { location: westeurope, tier: standard, nodes: 5, zones: [1, 2, 3], net: 43, hosts: [a.contoso.com, b.contoso.com], port: 8443, yes: false, kind: application, priority: 300, none: [], tag: c }
        name: shop-${environment}
        location: ${location}
        tags: { stage: "${environment}", literal: "$${environment}", both: "$${a} ${tag}" }
        network:
          addressSpace: ["10.${net}.0.0/16"]
          subnets:
            - { name: aks-subnet, prefix: "10.${net}.1.0/24", role: cluster }
            - { name: AzureFirewallSubnet, prefix: "10.${net}.2.0/24" }
        firewall:
          tier: standard
          zones: ${zones}
        cluster:
          tier: ${tier}
          privateCluster: ${yes}
          nodePools: [{ name: system, count: "${nodes}" }, { name: work, count: "${nodes}0" }]
        allow: [aks, { https: ["${hosts}", c.contoso.com], port: "${port}" }]
        rules:
          - { collection: a, kind: "${kind}", priority: "${priority}", rules: "${none}" }
        """;

    private static readonly Gen<string> _names = Gen.OneOf(
        Gen.String[Gen.Char["ab9-"], 1, 41], Gen.String[Gen.Char["ab9-_.#/\\AÄ \n:$"], 0, 5], Gen.String);

    private const string Two = "environments:\n  dev: { location: eastus, nodes: 2 }\n  prod: { location: westeurope, nodes: 5 }\nname: shop-${environment}\nlocation: ${location}\n";

    [Fact]
    public void Values_are_put_in_before_anything_is_read()
    {
        var document = TopologyDocument.Parse(Everywhere, "a");
        Assert.Empty(document.Diagnostics);
        Assert.Equal(["dev", "prod"], document.Environments);
        Assert.Null(document.Topology);

        var (dev, prod) = (document.In("dev").Topology!, document.In("prod").Topology!);

        Assert.Equal(("shop-dev", "eastus"), (dev.Name, dev.Location));
        Assert.Equal(("shop-prod", "westeurope"), (prod.Name, prod.Location));
        Assert.Equal(["prod", "${environment}", "${a} c"], prod.Tags!.Select(tag => tag.Value));
        Assert.Equal([1, 2, 3], prod.Firewall!.Zones!);
        Assert.Equal([1, 10], dev.Cluster!.NodePools!.Select(pool => pool.Count ?? 0));
        Assert.Equal((true, false), (dev.Cluster.PrivateCluster, prod.Cluster!.PrivateCluster));
        Assert.Equal("10.43.1.0/24", prod.Network.Subnets[0].Prefix.ToString());
        Assert.Equal(["a.contoso.com", "b.contoso.com", "c.contoso.com"], prod.Allow![1].Https!.Select(host => host.ToString()));
        Assert.Equal((typeof(NetworkRuleCollection), typeof(ApplicationRuleCollection)), (dev.Rules![0].GetType(), prod.Rules![0].GetType()));
    }

    [Fact]
    public void Each_is_the_document_that_somebody_would_have_written_for_it()
    {
        var prod = TopologyDocument.Parse(HelpPage.Complete(Two + "cluster: { nodePools: [{ name: system, count: \"${nodes}\" }] }"), "a").In("prod");

        Assert.Equal(TopologyDocument.Parse(HelpPage.Complete("name: shop-prod\nlocation: westeurope\ncluster: { nodePools: [{ name: system, count: 5 }] }"), "a").Topology, prod.Topology);
    }

    [Fact]
    public void Without_environments_nothing_is_put_in()
    {
        var topology = TopologyDocument.Parse(HelpPage.Complete("tags: { a: '${b}', c: '$${d}', '${e}': f }"), "a").Topology!;

        Assert.Equal(["${b}", "$${d}", "f"], topology.Tags!.Select(tag => tag.Value));
    }

    [Fact]
    public void One_environment_is_the_document()
    {
        var document = TopologyDocument.Parse(HelpPage.Complete("environments: { only: {} }\nname: shop-${environment}"), "a");

        Assert.Equal(("shop-only", "shop-only"), (document.Topology!.Name, document.In("only").Topology!.Name));
    }

    [Theory]
    [InlineData("environments: {}", "AKSE1011 (1,15,1,17)")]
    [InlineData("environments: [dev]\nname: a-${x}", "AKSE1011 (1,15,1,20)")]
    [InlineData("enviroments: { dev: { a: b } }\nname: a-${x}", "AKSE1009 (1,1,1,12)")]
    [InlineData("environments: { dev: eastus, prod: { a: b } }\nname: ${environment}-${a}", "AKSE1011 (1,22,1,28)")]
    [InlineData("environments: { dev: { a: [[b]] } }\ntags: { b: '${a}' }", "AKSE1011 (1,28,1,31)")]
    [InlineData("environments: { dev: { a: } }\nname: ${a}", "AKSE1011 (1,27,1,27)")]
    [InlineData("environments: { dev: { a: b, a: c } }\nname: ${a}", "AKSE1008 (1,30,1,31)")]
    [InlineData("environments: { dev: { a: 'b${c}' } }\nname: ${a}", "AKSE1028 (1,27,1,34)")]
    [InlineData("environments: { dev: { a: b }, test: {}, prod: { a: c } }\nname: ${environment}-${a}", "AKSE1027 (1,32,1,36)")]
    [InlineData("environments: { dev: { a: b }, test: { a: c, d: e }, prod: { a: c } }\nname: ${environment}-${a}", "AKSE1027 (1,46,1,47)")]
    [InlineData("environments: { dev: { nodes: b }, test: { nodse: c }, prod: { nodes: c } }\nname: ${environment}-${nodes}", "AKSE1027 (1,44,1,49)")]
    [InlineData("environments: { dev: { nodse: b }, test: { nodes: c }, prod: { nodes: c } }\nname: ${environment}-${nodes}", "AKSE1027 (1,24,1,29)")]
    [InlineData("environments: { dev: { nodes: b }, prod: { nodse: c } }\nname: ${environment}-${nodes}", "AKSE1027 (1,44,1,49)")]
    [InlineData("environments: { dev: {} }\nname: a-${x}", "AKSE1028 (2,11,2,12)")]
    [InlineData("environments: { dev: {} }\nname: 'a-${x}'", "AKSE1028 (2,12,2,13)")]
    [InlineData("environments: { dev: {} }\nname: \"\\u0061-${x}\"", "AKSE1028 (2,7,2,20)")]
    [InlineData("environments: { dev: {} }\nname: a-${}", "AKSE1028 (2,11,2,11)")]
    [InlineData("environments: { dev: {} }\nname: a-${x", "AKSE1028 (2,9,2,12)")]
    [InlineData("environments: { dev: {} }\ntags: { '${environment}': a }", "AKSE1028 (2,9,2,25)")]
    [InlineData("environments: { dev: { zones: [1] } }\nname: a-${zones}", "AKSE1011 (2,7,2,17)")]
    [InlineData("environments: { dev: { zones: [1] } }\nname: ${zones}", "AKSE1011 (2,7,2,15)")]
    [InlineData("environments: { dev: { n: two } }\ncluster: { nodePools: [{ name: system, count: '${n}' }] }", "AKSE1011 (2,47,2,53)")]
    [InlineData("environments: { dev: { n: two, nn: 2 } }\ncluster: { nodePools: [{ name: system, count: '${n}' }] }", "AKSE1011 (2,47,2,53)")]
    [InlineData("environments: { dev: { n: 2, nn: 2 } }\ncluster: { nodePools: [{ name: system, count: '${n}' }] }", "AKSE1029 (1,30,1,32)")]
    [InlineData("environments: { dev: { environment: a }, prod: { environment: b } }\nname: ${environment}", "AKSE1008 (1,24,1,35)")]
    [InlineData("environments: { dev: { environment: a }, prod: {} }\nname: ${environment}", "AKSE1008 (1,24,1,35)")]
    [InlineData("environments: { dev: { nodes: 2 } }\ncluster: { nodePools: [{ name: system, count: '${node}' }] }", "AKSE1028 (2,50,2,54)")]
    public void A_mistake_is_one_finding_where_it_stands(string text, string expected) => Assert.Equal(
        [expected],
        TopologyDocument.Parse(HelpPage.Complete(text), "").Validate().Select(finding => $"{finding.Code} {finding.Span}"));

    [Theory]
    [InlineData("''", "AKSE1032 (1,17,1,19)")]
    [InlineData("a#b", "AKSE1032 (1,17,1,20)")]
    [InlineData("../x", "AKSE1032 (1,17,1,21)")]
    [InlineData("Prod", "AKSE1032 (1,17,1,21)")]
    [InlineData("a-", "AKSE1032 (1,17,1,19)")]
    [InlineData("\"a\\n\"", "AKSE1032 (1,17,1,22)")]
    public void A_name_that_no_path_can_have_is_one_finding(string name, string expected) => Assert.Equal(
        [expected],
        TopologyDocument.Parse(HelpPage.Complete($"environments: {{ {name}: {{ a: b }}, prod: {{ a: c }} }}\nname: ${{environment}}-${{a}}\ntags: {{ e: '${{environment}}' }}"), "").Validate().Select(finding => $"{finding.Code} {finding.Span}"));

    [Fact]
    public void Every_name_that_is_accepted_names_a_folder_and_can_be_addressed() => _names.Sample(name =>
    {
        var quoted = JsonSerializer.Serialize(name);
        var document = TopologyDocument.Parse(HelpPage.Complete($"environments: {{ {quoted}: {{}}, other: {{}} }}\nname: a${{environment}}"), "a");
        var address = DocumentAddress.Parse(new DocumentAddress("/in/a.egress.yaml", name).ToString());
        if (document.Diagnostics.HasErrors)
        {
            return;
        }

        Assert.Equal(("/in/a.egress.yaml", name), (address.File, address.Environment));
        var topology = document.In(name).Topology!;
        Assert.Equal("/out", Path.GetDirectoryName(Path.GetFullPath(topology.Name, "/out")));
        Assert.True(name.Length == 40 || !topology.Validate().HasErrors, topology.Name);
    });

    [Fact]
    public void A_misspelt_name_is_told_with_what_was_meant() =>
        Assert.Equal("nodes", Assert.Single(TopologyDocument.Parse(HelpPage.Complete(Two + "cluster: { nodePools: [{ name: system, count: '${nods}' }] }")).Diagnostics).Replacement);

    [Theory]
    [InlineData("cluster: { tier: 'cheap', nodePools: [{ name: system, count: '${nodes}' }] }", "'cheap' is none of the words that 'tier' takes. Known are: free, standard, premium.")]
    [InlineData("cluster: { tier: '${nodes}' }", "'2' is none of the words that 'tier' takes. Known are: free, standard, premium. (in dev; with other values in prod)")]
    public void A_mistake_of_all_environments_is_told_once(string text, string message) =>
        Assert.Equal([message], TopologyDocument.Parse(HelpPage.Complete(Two + text)).Diagnostics.Select(finding => finding.Message));

    [Fact]
    public void A_mistake_of_some_environments_names_them()
    {
        var document = TopologyDocument.Parse(HelpPage.Complete("environments: { dev: { l: eastus, n: 2 }, test: { l: marz, n: x }, prod: { l: marz, n: 3 } }\nlocation: ${l}\nname: a-${environment}\ncluster: { nodePools: [{ name: system, count: '${n}' }] }"));

        Assert.Contains(document.Validate(), finding => finding.Message == "'x' is not a whole number. (only in test)");
        Assert.DoesNotContain(document.Validate(), finding => finding.Message.Contains("only in dev", StringComparison.Ordinal));
        Assert.Empty(document.In("dev").Validate());
        Assert.Equal("'x' is not a whole number.", Assert.Single(document.In("test").Diagnostics).Message);
    }

    [Fact]
    public void A_suppression_that_one_environment_needs_is_not_in_vain()
    {
        const string text = "environments: { dev: { h: security.ubuntu.com }, prod: { h: a.contoso.com } }\nname: a-${environment}\nallow:\n  - aks\n  - { suppress: [{ code: AKSE2237, reason: Old. }], https: ['${h}'] }";
        var document = TopologyDocument.Parse(HelpPage.Complete(text));
        Assert.Empty(document.Validate());
        Assert.Empty(document.In("prod").Validate());
        Assert.Empty(document.In("prod").Topology!.Validate());
        Assert.Equal("AKSE1023", Assert.Single(TopologyDocument.Parse(HelpPage.Complete(text.Replace("security.ubuntu.com", "b.contoso.com", StringComparison.Ordinal))).Validate()).Code);

        const string other = "environments: { dev: { s: info }, prod: { s: none } }\nname: a-${environment}\nseverity: { AKSE2237: '${s}' }\nallow:\n  - aks\n  - { https: [security.ubuntu.com] }";
        Assert.EndsWith("(only in dev)", Assert.Single(TopologyDocument.Parse(HelpPage.Complete(other)).Validate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Included_files_have_the_values_too_and_may_be_of_one_environment()
    {
        Stream Open(string path) => new MemoryStream(Encoding.UTF8.GetBytes(path switch
        {
            "dev.rules.yaml" => "allow: [{ https: ['${nodes}.${environment}.contoso.com'] }]",
            "prod.rules.yaml" => "allow: [ghcr]",
            _ => throw new FileNotFoundException(),
        }));
        var document = TopologyDocument.Parse(HelpPage.Complete(Two + "include: ['${environment}.rules.yaml']"), "a.egress.yaml", Open);

        Assert.Empty(document.Diagnostics);
        Assert.Equal("2.dev.contoso.com", document.In("dev").Topology!.Allow![0].Https![0].ToString());
        Assert.Equal(EndpointSet.Ghcr, document.In("prod").Topology!.Allow![0].Set);
        Assert.Equal(["dev.rules.yaml", "prod.rules.yaml"], document.IncludedFiles);
    }

    [Fact]
    public async Task The_sample_has_no_finding_and_differs_where_it_says()
    {
        await using var reader = new TopologySourceReader();
        var sample = await reader.ReadAsync(Repository.PathOf("samples", "Environments", "shop.egress.yaml"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(sample.Validate());
        Assert.Equal(["dev", "prod"], sample.Environments);
        Assert.Equal((2, 5), (sample.In("dev").Topology!.Cluster!.NodePools![0].Count, sample.In("prod").Topology!.Cluster!.NodePools![0].Count));
        Assert.Throws<InvalidOperationException>(() => sample.RenderReport());
    }

    [Fact]
    public void There_are_at_most_64()
    {
        string Of(int count) => HelpPage.Complete($"environments: {{ {string.Join(", ", Enumerable.Range(1, count).Select(i => $"e{i}: {{}}"))} }}\nname: a-${{environment}}");

        Assert.Empty(TopologyDocument.Parse(Of(64)).Diagnostics);
        Assert.Equal("AKSE1030", Assert.Single(TopologyDocument.Parse(Of(65)).Diagnostics).Code);
    }

    [Fact]
    public void One_that_is_not_there_is_a_finding()
    {
        var document = TopologyDocument.Parse(HelpPage.Complete(Two + "tags: { n: '${nodes}' }"), "a");

        Assert.Equal(("AKSE1031", "There is no environment 'prd'. Did you mean 'prod'?"), (Assert.Single(document.In("prd").Diagnostics) is var finding ? (finding.Code, finding.Message) : default));
        Assert.Equal("AKSE1031", Assert.Single(TopologyDocument.Parse(HelpPage.BaseDocument).In("prod").Diagnostics).Code);
    }

    [Fact]
    public void A_document_does_not_grow_beyond_what_one_may_have()
    {
        var text = $"environments: {{ dev: {{ a: {new string('x', 1_000_000)} }} }}\ntags:\n{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  t{i}: ${{a}}{i}\n"))}name: b";

        Assert.Equal("AKSE1003", Assert.Single(TopologyDocument.Parse(text).Diagnostics, finding => finding.Code != "AKSE1010").Code);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("aaaa")]
    public void Lists_that_are_put_in_are_not_free(string element)
    {
        var list = string.Join(", ", Enumerable.Repeat(element, 100_000));
        var text = $"environments: {{ dev: {{ a: [{list}] }} }}\nallow:\n{string.Concat(Enumerable.Repeat("- '${a}'\n", 100_000))}name: b";

        Assert.Contains("AKSE1003", CodesWithin(3_000_000_000, text));
    }

    [Fact]
    public void Environments_of_a_large_document_are_not_free()
    {
        var environments = string.Join(", ", Enumerable.Range(0, 64).Select(i => $"e{i}: {{}}"));
        var codes = CodesWithin(3_000_000_000, $"environments: {{ {environments} }}\nallow:\n{string.Concat(Enumerable.Repeat("- aks\n", 200_000))}name: b");

        Assert.Equal("AKSE1003", Assert.Single(codes, code => code != "AKSE1010"));
    }

    [Fact]
    public void Long_values_in_one_text_stop_where_the_document_is_full()
    {
        var text = $"environments: {{ dev: {{ a: {new string('x', 1_000_000)} }} }}\nname: {string.Concat(Enumerable.Repeat("${a}", 4_000))}";

        Assert.Contains(TopologyDocument.Parse(text).Diagnostics, finding => finding.Code == "AKSE1003");
    }

    [Fact]
    public void Braces_in_a_list_or_mapping_want_quotation_marks() =>
        Assert.Contains("quot", Assert.Single(TopologyDocument.Parse("environments: { dev: { n: 2 } }\ncluster: { nodePools: [{ name: system, count: ${n} }] }").Diagnostics).Message, StringComparison.Ordinal);

    private static HashSet<string> CodesWithin(long bytes, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var diagnostics = TopologyDocument.Parse(text).Diagnostics;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
        return [.. diagnostics.Select(finding => finding.Code)];
    }
}

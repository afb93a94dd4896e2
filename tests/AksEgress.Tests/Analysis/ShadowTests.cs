using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Analysis.Reference;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit.Sdk;

namespace AksEgress.Tests.Analysis;

/// <summary>Rules that do less than they say. On a failure CsCheck prints the seed.</summary>
public sealed class ShadowTests
{
    private static readonly int _topologies = LongTests.Wanted ? 500 : 40;

    private static readonly Dictionary<string, Cidr[]> _noTags = [];

    [Fact]
    public void Without_a_rule_that_is_dead_or_redundant_nothing_changes() =>
        Gen.Select(NastyTopologies.Any, NastyFlows.Any.Array[100]).Sample(
            (topology, flows) =>
            {
                var resolved = topology.Resolve();
                foreach (var shadowed in resolved.Analyze().FindShadowedRules().Rules.Where(found => found.Kind is ShadowKind.Dead or ShadowKind.Redundant))
                {
                    var without = Without(resolved, shadowed.Rule);
                    var difference = resolved.CompareWith(without);
                    var (before, after) = (new ReferenceEvaluator(resolved, _noTags), new ReferenceEvaluator(without, _noTags));
                    if (!difference.IsEmpty || flows.FirstOrDefault(flow => flow.From.Address is { } source && Cidr.Parse("10.42.0.0/21").Contains(source) && before.Differs(flow, after)) is not null)
                    {
                        throw new XunitException($"{shadowed.Text}\n{string.Join('\n', difference.Statements)}\n{TopologyText.Of(resolved, _noTags)}");
                    }
                }
            },
            iter: _topologies);

    [Fact]
    public void A_dead_rule_decides_no_flow() =>
        Gen.Select(NastyTopologies.Any, NastyFlows.Any.Array[200]).Sample(
            (topology, flows) =>
            {
                var dead = topology.Analyze().FindShadowedRules().Rules.Where(found => found.Kind == ShadowKind.Dead).Select(found => found.Rule).ToHashSet();
                var reference = new ReferenceEvaluator(topology, _noTags);
                foreach (var flow in flows)
                {
                    if (reference.Evaluate(flow).Usual?.Rule is { } rule && dead.Contains(rule))
                    {
                        throw new XunitException($"{rule} decides {flow}\n{TopologyText.Of(topology.Resolve(), _noTags)}");
                    }
                }
            },
            iter: _topologies);

    [Theory]
    [InlineData("dead by one wider rule", "a: tcp 10.42.1.0/24 > 20.0.0.0/8 : 443", "b: tcp 10.42.1.0/25 > 20.1.0.0/16 : 443", "Dead b by a")]
    [InlineData("dead by two rules together", "a: tcp * > 20.0.0.0/9 : 443", "b: tcp * > 20.128.0.0/9 : *", "c: tcp * > 20.0.0.0/8 : 443", "Redundant a by c", "Dead c by a, b")]
    [InlineData("alive on one port", "a: tcp * > 20.0.0.0/8 : 443", "b: tcp * > 20.0.0.0/8 : 443-444", "Redundant a by b", "PartlyNeedless b by a")]
    [InlineData("alive for one source", "a: tcp 10.42.1.0/25 > 20.0.0.0/8 : 443", "b: tcp 10.42.1.0/24 > 20.0.0.0/8 : 443", "Redundant a by b", "PartlyNeedless b by a")]
    [InlineData("alive over another protocol", "a: tcp * > 20.0.0.0/8 : 443", "b: udp * > 20.0.0.0/8 : 443")]
    [InlineData("dead by the protocol any", "a: any * > 20.0.0.0/8 : *", "b: udp * > 20.0.0.0/8 : 53", "Dead b by a")]
    [InlineData("perhaps alive over ICMP", "a: tcp * > 20.0.0.0/8 : *", "b: udp * > 20.0.0.0/8 : *", "c: any * > 20.0.0.0/8 : 1-65535", "Redundant a by c", "Redundant b by c", "PartlyNeedless c by a, b")]
    [InlineData("dead over ICMP as well, should it be for it", "a: any * > 20.0.0.0/8 : *", "b: any * > 20.0.0.0/8 : 1-65535", "Dead b by a")]
    [InlineData("needless over ICMP as well, should it be for it", "a: icmp * > 20.0.0.0/8 : *", "b: any * > 20.0.0.0/8 : 1-65535", "c: tcp * > 20.0.0.0/8 : *", "d: udp * > 20.0.0.0/8 : *", "Redundant b by a, c, d", "Dead c by b", "Dead d by b")]
    [InlineData("needed for ICMP, should it not be for it", "a: icmp * > 20.0.0.0/8 : *", "b: any * > 20.0.0.0/8 : 1-65535")]
    [InlineData("a tag beside addresses", "a: tcp * > 20.0.0.0/8 : 443", "b: tcp * > Storage : 443")]
    [InlineData("a tag behind everything", "a: tcp * > 0.0.0.0/0 : 443", "b: tcp * > Storage : 443", "Dead b by a")]
    [InlineData("a region behind its tag", "a: tcp * > Storage : 443", "b: tcp * > Storage.eastus : 443", "Dead b by a")]
    [InlineData("a tag before everything", "a: tcp * > Storage : 443", "b: tcp * > 0.0.0.0/0 : 443", "Redundant a by b")]
    [InlineData("a tag before two halves", "a: tcp * > Storage : 443", "b: tcp * > 0.0.0.0/1 : 443", "c: tcp * > 128.0.0.0/1 : 443", "Redundant a by b, c")]
    [InlineData("a tag before a denial", "a: tcp * > Storage : 443", "b: deny tcp * > 20.0.0.0/8 : 443", "c: tcp * > 0.0.0.0/0 : 443", "PartlyShadowed c by b")]
    [InlineData("a region before its tag", "a: tcp * > Storage.eastus : 443", "b: tcp * > Storage : 443", "Redundant a by b")]
    [InlineData("a host before everything", "a: tcp * > ntp.ubuntu.com : 123", "b: tcp * > 0.0.0.0/0 : 123", "Redundant a by b")]
    [InlineData("a tag behind what no tag holds", "a: tcp * > 10.0.0.0/8 : 443", "b: tcp * > 0.0.0.0/0 : 443", "c: tcp * > Storage : 443", "Redundant a by b", "PartlyNeedless b by a", "Dead c by b")]
    [InlineData("the same behind a denial", "a: deny tcp * > 20.1.0.0/16 : 443", "b: tcp * > 20.0.0.0/8 : 443", "PartlyShadowed b by a")]
    [InlineData("the same host twice", "a: tcp * > ntp.ubuntu.com : 123", "b: tcp * > ntp.ubuntu.com : 123", "Redundant a by b", "Dead b by a")]
    public void Network_rules(string because, params string[] rulesAndFindings)
    {
        var rules = rulesAndFindings.TakeWhile(line => line[1] == ':').ToList();

        var found = Topology([.. rules.Select(Network)]).Analyze().FindShadowedRules().Rules.Select(shadowed => $"{shadowed.Kind} {shadowed.Rule.Name} by {string.Join(", ", shadowed.By.Select(by => by.Name))}");

        Assert.True(rulesAndFindings.Skip(rules.Count).SequenceEqual(found), $"{because}: {string.Join("; ", found)}");
    }

    [Theory]
    [InlineData("*.contoso.com", "api.contoso.com", "Dead b by a")]
    [InlineData("*contoso.com", "contoso.com", "Dead b by a")]
    [InlineData("*.contoso.com", "contoso.com", "")]
    [InlineData("api.contoso.com", "*.contoso.com", "Redundant a by b")]
    [InlineData("*", "api.contoso.com", "Dead b by a")]
    public void Application_rules(string first, string second, string finding)
    {
        var topology = Topology(new ApplicationRuleCollection { Name = "c", Priority = 100, Rules = [Application("a", first), Application("b", second)] });

        Assert.Equal(finding, string.Join("; ", topology.Analyze().FindShadowedRules().Rules.Select(shadowed => $"{shadowed.Kind} {shadowed.Rule.Name} by {string.Join(", ", shadowed.By.Select(by => by.Name))}")));
    }

    [Fact]
    public void A_network_rule_makes_application_rules_dead()
    {
        var topology = Topology(Network("n: tcp * > 0.0.0.0/1 : 443"), Network("m: tcp * > 128.0.0.0/1 : 400-500"), new ApplicationRuleCollection { Name = "c", Priority = 100, Rules = [Application("a", "api.contoso.com")] });

        var shadowed = Assert.Single(topology.Analyze().FindShadowedRules().Rules);

        Assert.Equal((ShadowKind.Dead, "a", FlowStage.Application), (shadowed.Kind, shadowed.Rule.Name, shadowed.Stage));
        Assert.Equal(["m", "n"], shadowed.By.Select(by => by.Name));
    }

    [Fact]
    public void What_is_only_documented_of_an_FQDN_tag_is_said()
    {
        var tag = new ApplicationRule { Name = "a", Source = [AddressRange.Any], Protocols = [ApplicationProtocol.Https], FqdnTags = [FqdnTag.Parse("AzureKubernetesService")] };
        ShadowedRule Behind(ApplicationRule second) => Assert.Single(Topology(new ApplicationRuleCollection { Name = "c", Priority = 100, Rules = [tag, second] }).Analyze().FindShadowedRules().Rules);

        Assert.Contains("FQDN tag AzureKubernetesService holds mcr.microsoft.com, as documented", Behind(Application("b", "mcr.microsoft.com") with { Protocols = [ApplicationProtocol.Https] }).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("documented", Behind(tag with { Name = "b" }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_walkthrough_says_the_AKS_tag_twice()
    {
        var shadowed = Assert.Single(TopologyDocument.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", "walkthrough.egress.yaml"))).Topology!.Analyze().FindShadowedRules().Rules);

        Assert.Equal((ShadowKind.Dead, "aks-tag", "fqdn"), (shadowed.Kind, shadowed.Rule.Name, shadowed.By[0].Name));
    }

    [Fact]
    public void What_named_sets_share_is_nothing_to_repair()
    {
        var report = Allowing("[aks, mcr, azure-monitor, azure-policy, defender]").Analyze().FindShadowedRules();

        Assert.True(report.IsClean);
        Assert.Equal(["mcr-registry", "azure-monitor-entra", "azure-policy-telemetry", "defender-entra", "defender-events"], report.Rules.Select(shadowed => shadowed.Rule.Name));
        Assert.All(report.Rules, shadowed => Assert.True(shadowed.IsOfSets));

        // What somebody wrote beside a set can be left out.
        var written = Allowing("[aks, { https: [mcr.microsoft.com] }]").Analyze().FindShadowedRules();
        Assert.Equal((false, "mcr.microsoft.com", false), (written.IsClean, written.Rules.Single().Rule.Name, written.Rules.Single().IsOfSets));
    }

    private static EgressTopology Allowing(string sets) => TopologyDocument.Parse($$"""
        name: shop
        location: eastus
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
        allow: {{sets}}
        """).Topology!;

    private static ApplicationRule Application(string name, string host) => new() { Name = name, Source = [AddressRange.Any], Fqdns = [FqdnPattern.Parse(host)] };

    /// <summary>A rule from a line such as <c>a: deny tcp 10.0.0.0/8 &gt; 20.0.0.0/8 : 443</c>.</summary>
    private static NetworkRuleCollection Network(string line, int index = 0)
    {
        var words = line.Split(' ');
        var isDenial = words[1] == "deny";
        var rest = words[(isDenial ? 2 : 1)..];
        var to = rest[3];
        return new()
        {
            Name = "c" + words[0][..1], Priority = 200 + index + words[0][0], Action = isDenial ? RuleAction.Deny : RuleAction.Allow,
            Rules =
            [
                new()
                {
                    Name = words[0][..1], Protocols = [Enum.Parse<RuleProtocol>(rest[0], ignoreCase: true)], Source = [AddressRange.Parse(rest[1])], Ports = [PortRange.Parse(rest[5])],
                    Destination = char.IsDigit(to[0]) ? [AddressRange.Parse(to)] : [],
                    ServiceTags = char.IsUpper(to[0]) ? [ServiceTag.Parse(to)] : [],
                    Fqdns = char.IsLower(to[0]) ? [Fqdn.Parse(to)] : [],
                },
            ],
        };
    }

    private static EgressTopology Topology(params RuleCollection[] rules) => SmallTopology.Of("t") with { Allow = null, Rules = [.. rules] };

    private static EgressTopology Without(EgressTopology topology, RuleReference rule) => topology with
    {
        Firewall = topology.Firewall! with
        {
            Policy = topology.Firewall.Policy! with
            {
                RuleCollectionGroups =
                [
                    .. topology.Firewall.Policy.RuleCollectionGroups!.Select(ruleGroup => ruleGroup.Name != rule.Group ? ruleGroup : ruleGroup with
                    {
                        Collections = [.. ruleGroup.Collections.Select(collection => collection.Name != rule.Collection ? collection : Without(collection, rule.Name))],
                    }),
                ],
            },
        },
    };

    private static RuleCollection Without(RuleCollection collection, string name) => collection switch
    {
        NetworkRuleCollection network => network with { Rules = [.. network.Rules.Where(rule => rule.Name != name)] },
        ApplicationRuleCollection application => application with { Rules = [.. application.Rules.Where(rule => rule.Name != name)] },
        DnatRuleCollection dnat => dnat with { Rules = [.. dnat.Rules.Where(rule => rule.Name != name)] },
        _ => collection,
    };
}

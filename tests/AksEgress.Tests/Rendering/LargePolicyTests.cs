using System.Globalization;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>A policy of 10,000 rules: Scriban's own limits would cut it at 1,000 rounds of a loop and at 1 MiB of text.</summary>
public sealed class LargePolicyTests(RealBicepCli real) : IClassFixture<RealBicepCli>
{
    private const int Count = 10_000;

    private static readonly EgressTopology _topology = Case.Read("minimal") with
    {
        Rules =
        [
            new NetworkRuleCollection
            {
                Name = "many",
                Priority = 100,
                Rules = [.. Enumerable.Range(0, Count).Select(i => new NetworkRule { Name = NameOf(i), Protocols = [RuleProtocol.Tcp], Destination = [Ipv4Address.Parse("20.0.0.0").Plus(i)], Ports = [443] })],
            },
        ],
    };

    [Fact]
    public async Task It_renders_whole_and_compiles()
    {
        using var rendered = new RenderedTopology(_topology);
        var policy = rendered.TextOf("modules/policy.bicep");
        Assert.InRange(policy.Length, 1024 * 1024, int.MaxValue);
        Assert.Equal(Count, policy.Split('\n').Count(line => line.Trim() == "ruleType: 'NetworkRule'"));

        // The module alone: below main.bicep the CLI takes ten times as long for it.
        var template = await rendered.CompileAsync(real.Cli, LongTests.Wanted ? "main.bicep" : "modules/policy.bicep");

        template = LongTests.Wanted ? template["resources"]!["policy"]!["properties"]!["template"]! : template;
        var rules = template["resources"]!.AsArray()
            .Single(resource => resource!["type"]!.GetValue<string>() == "Microsoft.Network/firewallPolicies/ruleCollectionGroups")!["properties"]!["ruleCollections"]![0]!["rules"]!.AsArray();
        Assert.Equal(Enumerable.Range(0, Count).Select(NameOf), rules.Select(rule => rule!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void A_thousand_and_one_services_render_whole()
    {
        // Beyond what Azure takes, so not validated: what is held here is that no list is cut at 1,000.
        var topology = _topology with
        {
            Rules = null,
            Publish = [.. Enumerable.Range(0, 1001).Select(i => new PublishedService { Service = NameOf(i), Port = i + 1, Address = Ipv4Address.Parse("10.0.0.9") })],
        };
        var files = TopologyRenderer.Render(topology.Resolve(), TemplateSet.Default, []);
        Assert.Equal(1001, files.Count(file => file.Path.StartsWith("kubernetes/service-", StringComparison.Ordinal)));
        Assert.Contains("'rule1000-1001' 'none' 'minimal-fwpublicip' 1001\n", files[^1].Content, StringComparison.Ordinal);
    }

    private static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"rule{i}");
}

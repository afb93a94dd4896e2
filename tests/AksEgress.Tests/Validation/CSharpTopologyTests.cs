using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Tests.Validation;

/// <summary>What only C# can say.</summary>
public sealed class CSharpTopologyTests
{
    private static EgressTopology Topology { get; } = SmallTopology.Of("aks-egress");

    [Fact]
    public void A_topology_in_a_few_lines_has_no_finding() => Assert.Empty(Topology.Validate());

    [Fact]
    public void A_value_at_its_types_default_is_reported()
    {
        var topology = Topology with
        {
            Rules =
            [
                new NetworkRuleCollection { Name = "network", Priority = 200, Rules = [new() { Name = "a", Protocols = [RuleProtocol.Tcp], Fqdns = [Fqdn.Parse("ghcr.io"), default], Ports = [default] }] },
                new ApplicationRuleCollection { Name = "application", Priority = 200, Rules = [new() { Name = "b", Fqdns = [default] }, new() { Name = "b-tags", FqdnTags = [default] }] },
                new DnatRuleCollection { Name = "dnat", Priority = 200, Rules = [new() { Name = "c", Port = default, TranslatedFqdn = default(Fqdn) }] },
            ],
            ConnectivityCheck = new() { Image = "curl:8", Allowed = default(Fqdn) },
        };

        Assert.Equal(Enumerable.Repeat("AKSE2012", 7), topology.Validate().Select(finding => finding.Code));
    }

    [Fact]
    public void Findings_without_places_are_ordered_by_code()
    {
        var topology = Topology with { Name = "Bad", Location = "East US", Firewall = new() { Zones = [7] } };

        Assert.Equal(["AKSE2014", "AKSE2015", "AKSE2020"], topology.Validate().Select(finding => finding.Code));
        Assert.All(topology.Validate(), finding => Assert.Equal(SourceSpan.None, finding.Span));
    }

    [Fact]
    public void A_resolved_topology_has_the_findings_of_what_it_says()
    {
        var topology = Topology with
        {
            Firewall = new() { Zones = [7], Frontends = new() { Count = 0 } },
            Allow = [EndpointSet.Aks, new() { Https = [FqdnPattern.Parse("a.com")], Port = PortRange.Parse("443-444") }, new()],
            Publish = [new() { Service = "a", Port = 80, Frontend = 9 }],
        };

        Assert.Equal(["AKSE2020", "AKSE2201", "AKSE2228", "AKSE2230"], topology.Validate().Select(finding => finding.Code).Intersect(["AKSE2020", "AKSE2201", "AKSE2228", "AKSE2230"]));
        Assert.Equal(topology.Validate(), topology.Resolve().Validate());
        Assert.Equal(topology.Validate(), topology.Resolve().Resolve().Validate());
    }

    [Theory]
    [InlineData("plain", 0)]
    [InlineData("tab\tand\nline feed", 0)]
    [InlineData("\u202Eright to left, 🙂 and \u2028", 0)]
    [InlineData("bell\u0007", 1)]
    [InlineData("carriage return\r\n", 1)]
    [InlineData("next line\u0085", 1)]
    public void Descriptions_hold_what_can_be_printed(string text, int findings)
    {
        var topology = Topology with
        {
            Tags = [new("owner", text)],
            Rules = [new ApplicationRuleCollection { Name = "hosts", Priority = 200, Rules = [new() { Name = "a", Description = text, Fqdns = [FqdnPattern.Parse("ghcr.io")] }] }],
        };

        Assert.Equal(Enumerable.Repeat("AKSE2013", 2 * findings), topology.Validate().Select(finding => finding.Code));
    }

    [Fact]
    public void Descriptions_hold_no_halves_of_characters() =>
        Assert.All(
            ["half a pair \uD83D", "\uDE42 the other half", "\uD83D\uD83D\uDE42"],
            text => Assert.Equal(["AKSE2013"], (Topology with { Tags = [new("owner", text)] }).Validate().Select(finding => finding.Code)));

    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        var topology = Topology with { Firewall = new() { Frontends = new() { Count = -3 } } };
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            // Its minus sign is U+2212.
            Thread.CurrentThread.CurrentCulture = new("sv-SE");
            Assert.Contains("have -3 public", Assert.Single(topology.Validate()).Message, StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Numbers_of_nodes_add_up_without_overflow()
    {
        var pool = new NodePool { Name = "a", Mode = NodePoolMode.System, Count = int.MaxValue };

        Assert.Contains("AKSE2403", (Topology with { Cluster = new() { NodePools = [pool, pool with { Name = "b" }] } }).Validate().Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("m", null)]
    [InlineData(null, "m")]
    public void A_management_interface_needs_its_subnet(string? configuration, string? address)
    {
        var topology = Topology with { Firewall = new() { ManagementConfigurationName = configuration, ManagementPublicIpName = address } };

        Assert.Equal(["AKSE2104"], topology.Validate().Select(finding => finding.Code));
    }

    [Fact]
    public void A_finding_is_one_line_whatever_it_quotes() =>
        Assert.DoesNotContain('\n', Assert.Single((Topology with { Severity = [new("a\nb.yaml(1,1): error AKSE9999: forged", DiagnosticSeverity.None)] }).Validate()).ToString());
}

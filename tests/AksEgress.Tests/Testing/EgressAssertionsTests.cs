using AksEgress.Analysis;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Testing;
using AksEgress.Tests.Resolution;

namespace AksEgress.Tests.Testing;

/// <summary>Assertions of users' tests: when they hold, and that they explain themselves when they do not.</summary>
public sealed class EgressAssertionsTests
{
    private static readonly EgressTopology _shop = Topologies.Small with { Name = "shop", Allow = [EndpointSet.Aks] };

    [Fact]
    public void What_the_topology_allows_and_denies_holds()
    {
        _shop.AssertAllows("https://mcr.microsoft.com");
        _shop.AssertAllows("mcr.microsoft.com", from: "aks-subnet");
        _shop.AssertAllows(new Flow { To = Fqdn.Parse("mcr.microsoft.com"), Port = 443, Protocol = FlowProtocol.Https });
        _shop.AssertDenies("https://example.com", from: "10.42.1.7");
        _shop.AssertDenies("tcp://1.2.3.4:22");
        _shop.AssertDenies(new Flow { To = Ipv4Address.Parse("1.2.3.4"), Port = 123, Protocol = FlowProtocol.Tcp });
    }

    [Theory]
    [InlineData(0, FlowProtocol.Tcp)]
    [InlineData(-5, FlowProtocol.Udp)]
    [InlineData(443443, FlowProtocol.Https)]
    [InlineData(7, FlowProtocol.Icmp)]
    public void A_port_that_there_is_not_is_no_denial(int port, FlowProtocol protocol) =>
        Assert.Throws<ArgumentException>(() => _shop.AssertDenies(new Flow { To = Ipv4Address.Parse("1.2.3.4"), Port = port, Protocol = protocol }));

    [Fact]
    public void Threat_intelligence_that_no_longer_drops_opens()
    {
        EgressTopology With(ThreatIntelMode mode) => _shop with { Firewall = new() { ThreatIntelMode = mode } };
        With(ThreatIntelMode.Deny).AssertOpensNothingBeyond(With(ThreatIntelMode.Off));
        Assert.Contains("threat intelligence: alert now, deny before", Fails(() => _shop.AssertOpensNothingBeyond(With(ThreatIntelMode.Deny))), StringComparison.Ordinal);
        Assert.Contains("threat intelligence: off now, alert before", Fails(() => With(ThreatIntelMode.Off).AssertOpensNothingBeyond(_shop)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flow_that_is_denied_fails_with_the_whole_way()
    {
        var failure = Fails(() => _shop.AssertAllows("https://example.com", from: "aks-subnet"));

        Assert.StartsWith("'shop' denies what it should allow.\n\ndeny  aks-subnet → example.com https/443\n", failure, StringComparison.Ordinal);
        Assert.Contains("\nWay\n  route:", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flow_that_is_allowed_fails_with_its_rule() =>
        Assert.Matches("^'shop' allows what it should deny.\n\nallow  any pod → mcr.microsoft.com https/443\nApplication rule .* allows it", Fails(() => _shop.AssertDenies("mcr.microsoft.com")));

    [Fact]
    public void What_depends_fails_both_and_names_what_it_hangs_on()
    {
        const string Flow = "udp://20.1.2.3:1194";
        var tagged = _shop with { Allow = [EndpointSet.Aks, EndpointSet.AksLegacyTunnel] };
        foreach (var failure in (string[])[Fails(() => tagged.AssertAllows(Flow)), Fails(() => tagged.AssertDenies(Flow))])
        {
            Assert.StartsWith("'shop' perhaps allows and perhaps denies what it should ", failure, StringComparison.Ordinal);
            Assert.Contains("\nDepends on\n  allow if service tag AzureCloud.eastus ", failure, StringComparison.Ordinal);
        }

        Assert.True(ServiceTagPrefixes.TryRead("""{"values":[{"name":"AzureCloud.eastus","properties":{"addressPrefixes":["20.1.0.0/16"]}}]}"""u8.ToArray(), out var tags, out _));
        tagged.AssertAllows(Flow, serviceTags: tags);
    }

    [Theory]
    [InlineData("ftp://example.com", null, "'ftp' is no protocol.")]
    [InlineData("example.com:https", null, "'example.com:https' is not a host or address with a port.")]
    [InlineData("tcp://1.2.3.4", null, "With tcp the port must be said.")]
    [InlineData("example.com", "aks-subnets", "The topology has no subnet 'aks-subnets'. Did you mean 'aks-subnet'?")]
    public void A_question_that_cannot_be_asked_is_a_mistake_of_the_test(string to, string? from, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<ArgumentException>(() => _shop.AssertAllows(to, from)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_topology_with_errors_neither_allows_nor_denies()
    {
        var broken = _shop with { Location = "" };
        Action[] assertions =
        [
            () => broken.AssertAllows("mcr.microsoft.com"), () => broken.AssertDenies("tcp://1.2.3.4:22"), () => broken.AssertCoversRequirements(),
            () => broken.AssertOpensNothingBeyond(_shop), () => _shop.AssertOpensNothingBeyond(broken),
        ];

        Assert.All(assertions, assertion => Assert.Matches("^'shop' has errors, .*\n  .*AKSE2015", Fails(assertion)));
    }

    [Fact]
    public void What_aks_requires_is_covered_or_the_report_says_what_to_write()
    {
        _shop.AssertCoversRequirements();
        var failure = Fails(() => (_shop with { Allow = [] }).AssertCoversRequirements());

        Assert.StartsWith("'shop' does not cover what the cluster needs.\n\naks\n  MISSING ", failure, StringComparison.Ordinal);
        Assert.Contains("Write: ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_manifests_are_required()
    {
        var manifest = KubernetesManifest.Parse("{ kind: Pod, spec: { containers: [{ image: 'docker.io/library/nginx' }] } }"u8, "shop.yaml");
        (_shop with { Allow = [EndpointSet.Aks, EndpointSet.DockerHub] }).AssertCoversRequirements(manifest);

        Assert.Contains("images from docker.io", Fails(() => _shop.AssertCoversRequirements(manifest)), StringComparison.Ordinal);
        Assert.Contains("shop.yaml", Fails(() => _shop.AssertCoversRequirements(manifest, KubernetesManifest.Parse("{"u8, "shop.yaml"))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_opened_beyond_the_baseline_fails_with_its_statements()
    {
        var open = _shop with { Name = "open", Allow = [EndpointSet.Aks, new() { Https = [FqdnPattern.Parse("api.contoso.com")] }] };
        _shop.AssertOpensNothingBeyond(_shop);
        // What closes opens nothing.
        _shop.AssertOpensNothingBeyond(open);

        Assert.Matches(@"^'open' opens what 'shop' does not:\n  .*api\.contoso\.com on https/443.*$", Fails(() => open.AssertOpensNothingBeyond(_shop)));
    }

    [Fact]
    public void What_may_pass_beyond_the_baseline_fails_too() =>
        Assert.Contains("AzureCloud.eastus", Fails(() => (_shop with { Allow = [EndpointSet.Aks, EndpointSet.AksLegacyTunnel] }).AssertOpensNothingBeyond(_shop)), StringComparison.Ordinal);

    [Fact]
    public void Findings_fail_but_for_those_that_are_known()
    {
        var monitor = new NetworkRule { Name = "monitor", Protocols = [RuleProtocol.Tcp], ServiceTags = [ServiceTag.Parse("AzureBrandNew")], Ports = [443] };
        var unknown = _shop with { Rules = [new NetworkRuleCollection { Name = "network", Priority = 200, Rules = [monitor] }] };
        // An info is no finding that fails.
        unknown.AssertHasNoFindings();
        unknown = unknown with { Severity = [new("AKSE2224", DiagnosticSeverity.Warning)] };
        _shop.AssertHasNoFindings();
        var finding = Assert.Single(unknown.Validate());
        unknown.AssertHasNoFindings(except: finding.Code);

        Assert.Equal($"'shop' has findings:\n  {finding}", Fails(() => unknown.AssertHasNoFindings()));
        Assert.StartsWith("There is no code 'AKSE22299'. Did you mean", Assert.Throws<ArgumentException>(() => _shop.AssertHasNoFindings("AKSE22299")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_one_of_an_assertion_and_begins_in_the_test()
    {
        var failure = Assert.Throws<EgressAssertionException>(() => _shop.AssertAllows("example.com"));

        Assert.Contains(failure.GetType().GetInterfaces(), type => type.Name == "IAssertionException");
        Assert.Contains(nameof(A_failure_is_one_of_an_assertion_and_begins_in_the_test), failure.StackTrace!.Split('\n')[0], StringComparison.Ordinal);
    }

    private static string Fails(Action assertion) => Assert.Throws<EgressAssertionException>(assertion).Message;
}

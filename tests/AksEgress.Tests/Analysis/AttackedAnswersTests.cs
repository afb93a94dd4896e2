using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Tests.Analysis;

/// <summary>Answers that were once wrong.</summary>
public sealed class AttackedAnswersTests
{
    private const string Document = """
        name: x
        location: eastus
        network:
          addressSpace: [10.42.0.0/16, 20.50.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster, routeTable: main }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
            - { name: drop, prefix: 10.42.4.0/24, routeTable: drop }
            - { name: direct, prefix: 10.42.5.0/24, routeTable: none }
            - { name: other, prefix: 20.50.1.0/24, routeTable: none }
          routeTables:
            - { name: main, routes: [{ prefix: 0.0.0.0/0 }, { prefix: 20.50.0.0/16 }] }
            - { name: drop, routes: [{ name: d, prefix: 0.0.0.0/0, nextHopType: none }] }
        cluster: { network: { serviceCidr: 10.7.0.0/16, dnsServiceIp: 10.7.0.10 } }
        rules:
          - { collection: d, kind: dnat, priority: 100, rules: [{ name: in, source: [10.0.0.0/8], port: 80, translatedAddress: 10.42.1.10 }] }
          - { collection: n, kind: network, priority: 100, rules: [{ name: web, protocols: [tcp], destination: [20.50.0.0/16, 10.0.0.0/8], ports: [443] }, { name: ping, protocols: [icmp], destination: ['*'], ports: ['*'] }] }
        """;

    private static readonly EgressAnalysis _analysis = TopologyDocument.Parse(Document).Topology!.Analyze();

    [Theory]
    [InlineData("aks-subnet", Verdict.Allow, FlowStage.Dnat)]
    [InlineData("drop", Verdict.Deny, FlowStage.Route)]
    // It comes back with a public address, for which there is no rule.
    [InlineData("direct", Verdict.Deny, FlowStage.Default)]
    public void To_a_frontend_from_inside_the_subnets_routes_come_first(string from, Verdict verdict, FlowStage stage)
    {
        var answer = Ask(from, FlowTarget.OfFrontend(1), 80, FlowProtocol.Tcp);

        Assert.Equal((verdict, stage), (answer.Verdict, answer.Stage));
    }

    [Theory]
    [InlineData("10.7.0.1")]
    [InlineData("10.244.3.3")]
    public void Services_and_hidden_pods_are_inside_of_the_cluster(string address)
    {
        Assert.Equal((Verdict.Allow, FlowStage.Local), (Ask("any pod", Ipv4Address.Parse(address), 443, FlowProtocol.Tcp).Verdict, Ask("any pod", Ipv4Address.Parse(address), 443, FlowProtocol.Tcp).Stage));
        Assert.NotEqual(FlowStage.Local, Ask("drop", Ipv4Address.Parse(address), 443, FlowProtocol.Tcp).Stage);
    }

    [Fact]
    public void A_public_address_of_the_network_itself_is_translated_and_answers_the_same_way()
    {
        var answer = Ask("aks-subnet", Ipv4Address.Parse("20.50.1.7"), 443, FlowProtocol.Tcp);

        Assert.Equal((Verdict.Allow, ReturnPath.Symmetric), (answer.Verdict, answer.Return));
        Assert.Equal(["x-fwpublicip"], answer.Egress);
    }

    [Fact]
    public void Ping_to_the_Internet_says_that_it_did_not_work() =>
        Assert.Contains(Ask("aks-subnet", Ipv4Address.Parse("8.8.8.8"), 0, FlowProtocol.Icmp).Assumptions, assumption => assumption.Contains("ICMP", StringComparison.Ordinal));

    [Fact]
    public void In_other_clouds_nothing_of_the_AKS_tag_is_documented()
    {
        const string China = "name: c\nlocation: chinanorth3\ncloud: china\nnetwork:\n  addressSpace: [10.42.0.0/16]\n  subnets:\n    - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }\n    - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }\n"
            + "rules: [{ collection: t, kind: application, priority: 100, rules: [{ name: tag, fqdnTags: [AzureKubernetesService] }] }]\n";

        var answer = TopologyDocument.Parse(China).Topology!.Analyze().Explain(new() { To = Fqdn.Parse("management.azure.com"), Port = 443, Protocol = FlowProtocol.Https });

        Assert.Equal(Verdict.Depends, answer.Verdict);
    }

    [Fact]
    public void A_service_tag_file_with_broken_text_is_a_problem() =>
        Assert.False(ServiceTagPrefixes.TryRead("""{"values":[{"name":"\ud800","properties":{"addressPrefixes":["\ud800"]}}]}"""u8.ToArray(), out _, out _));

    [Fact]
    public void Rules_that_cross_each_other_in_too_many_cases_are_given_up()
    {
        static int Scatter(int number, int bound) => (int)((uint)number * 2654435761u % (uint)bound);
        var rules = Enumerable.Range(1, 600).Select(number =>
        {
            var (source, destination, port) = (Scatter(number, 200), (uint)Scatter(number, int.MaxValue), 1 + Scatter(number * 3, 30000));
            return new NetworkRule
            {
                Name = $"r{number}", Protocols = [RuleProtocol.Tcp], Ports = [PortRange.Parse($"{port}-{port + Scatter(number * 5, 30000)}")],
                Source = [AddressRange.Parse($"10.42.1.{source}-10.42.1.{source + Scatter(number * 7, 55)}")],
                Destination = [AddressRange.Parse($"{new Ipv4Address(destination)}-{new Ipv4Address(destination + (uint)Scatter(number * 11, int.MaxValue))}")],
            };
        });

        var report = (TopologyDocument.Parse(Document).Topology! with { Rules = [new NetworkRuleCollection { Name = "c", Priority = 100, Rules = [.. rules] }] }).Analyze().FindShadowedRules();

        Assert.Equal(([FlowStage.Network], false), (report.Unanswered, report.IsClean));
    }

    private static FlowAnswer Ask(string from, FlowTarget to, int port, FlowProtocol protocol)
    {
        Assert.True(FlowSource.TryParse(from, out var source));
        return _analysis.Explain(new() { From = source, To = to, Port = port, Protocol = protocol });
    }
}

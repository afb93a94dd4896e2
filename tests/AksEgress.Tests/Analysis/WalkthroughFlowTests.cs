using AksEgress.Analysis;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Analysis;

/// <summary>What the walkthrough's cluster may reach.</summary>
public sealed class WalkthroughFlowTests
{
    private static readonly EgressAnalysis _analysis =
        TopologyDocument.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", "walkthrough.egress.yaml"))).Topology!.Analyze();

    [Theory]
    [InlineData("any pod", "mcr.microsoft.com", 443, FlowProtocol.Https, Verdict.Allow, FlowStage.Application, "fqdn")]
    [InlineData("aks-subnet", "abc.hcp.eastus.azmk8s.io", 443, FlowProtocol.Https, Verdict.Allow, FlowStage.Application, "fqdn")]
    [InlineData("10.42.1.5", "auth.docker.io", 443, FlowProtocol.Https, Verdict.Allow, FlowStage.Application, null)]
    [InlineData("10.244.0.9", "ghcr.io", 443, FlowProtocol.Https, Verdict.Allow, FlowStage.Application, null)]
    [InlineData("any pod", "example.com", 443, FlowProtocol.Https, Verdict.Deny, FlowStage.Default, null)]
    [InlineData("any pod", "other.azmk8s.io", 443, FlowProtocol.Https, Verdict.Depends, FlowStage.Default, null)]
    [InlineData("any pod", "ntp.ubuntu.com", 123, FlowProtocol.Udp, Verdict.Allow, FlowStage.Network, "time")]
    [InlineData("any pod", "pool.ntp.org", 123, FlowProtocol.Udp, Verdict.Deny, FlowStage.Default, null)]
    [InlineData("any pod", "1.2.3.4", 123, FlowProtocol.Udp, Verdict.Depends, FlowStage.Default, null)]
    [InlineData("any pod", "1.2.3.4", 1194, FlowProtocol.Udp, Verdict.Depends, FlowStage.Default, null)]
    [InlineData("any pod", "1.2.3.4", 443, FlowProtocol.Https, Verdict.Deny, FlowStage.Default, null)]
    [InlineData("any pod", "10.42.3.10", 80, FlowProtocol.Http, Verdict.Allow, FlowStage.Local, null)]
    [InlineData("198.51.100.7", "frontend", 80, FlowProtocol.Tcp, Verdict.Allow, FlowStage.Dnat, "store-front-80")]
    [InlineData("198.51.100.7", "frontend-2", 80, FlowProtocol.Tcp, Verdict.Deny, FlowStage.Default, null)]
    [InlineData("10.42.2.4", "example.com", 443, FlowProtocol.Https, Verdict.Allow, FlowStage.Route, null)]
    public void A_flow(string from, string to, int port, FlowProtocol protocol, Verdict verdict, FlowStage stage, string? rule)
    {
        Assert.True(FlowSource.TryParse(from, out var source));
        Assert.True(FlowTarget.TryParse(to, out var target, out _));
        var flow = new Flow { From = source, To = target, Port = port, Protocol = protocol };

        var answer = _analysis.Explain(flow);

        Assert.Equal((verdict, stage), (answer.Verdict, answer.Stage));
        Assert.Equal(verdict, _analysis.Decide(flow));
        if (rule is not null)
        {
            Assert.Equal(rule, answer.Rule?.Name);
        }
    }
}

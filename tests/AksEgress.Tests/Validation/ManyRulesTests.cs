using AksEgress.Model;

namespace AksEgress.Tests.Validation;

/// <summary>Large topologies: what is quadratic would not end within the tests' time.</summary>
public sealed class ManyRulesTests
{
    private const int Count = 50_000;

    [Fact]
    public void Many_rules_and_subnets_are_validated()
    {
        var topology = new EgressTopology
        {
            Name = "aks-egress",
            Location = "eastus",
            Network = new()
            {
                AddressSpace = [Cidr.Parse("20.0.0.0/8")],
                Subnets =
                [
                    new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("20.255.255.0/24") },
                    new() { Name = "nodes", Prefix = Cidr.Parse("20.255.254.0/24"), Role = SubnetRole.Cluster },
                    .. Enumerable.Range(0, Count).Select(number => new Subnet { Name = $"subnet-{number}", Prefix = new Cidr(new(0x14000000u + ((uint)number * 8)), 29) }),
                ],
            },
            Rules =
            [
                new ApplicationRuleCollection { Name = "many", Priority = 200, Rules = [.. Enumerable.Range(0, Count).Select(number => new ApplicationRule { Name = $"rule-{number}", Fqdns = [FqdnPattern.Parse($"host-{number}.contoso.com")] })] },
                new NetworkRuleCollection { Name = "same", Priority = 200, Rules = [.. Enumerable.Repeat(new NetworkRule { Name = "same", Protocols = [RuleProtocol.Tcp], Ports = [443], Destination = [Cidr.Parse("198.51.100.0/24")] }, Count)] },
            ],
        };

        var findings = topology.Validate();

        // So many rules are more than Azure takes, in both groups.
        Assert.Equal(
            [("AKSE2213", Count - 1), ("AKSE2241", 1), ("AKSE2242", 2)],
            findings.CountBy(finding => finding.Code).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }
}

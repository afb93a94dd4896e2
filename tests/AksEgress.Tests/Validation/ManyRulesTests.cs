using AksEgress.Model;

namespace AksEgress.Tests.Validation;

/// <summary>Large topologies: what is quadratic would not end within the tests' time.</summary>
public sealed class ManyRulesTests
{
    private const int Count = 50_000;

    [Fact]
    public void Many_rules_and_subnets_are_validated()
    {
        var subnets = Enumerable.Range(0, Count).Select(number => new Subnet { Name = $"subnet-{number}", Prefix = new Cidr(new(0x14000000u + ((uint)number * 8)), 29) });
        var topology = With([.. subnets]) with
        {
            Allow = [EndpointSet.Aks],
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

    [Fact]
    public void Many_published_services_are_resolved()
    {
        var topology = With(new Subnet { Name = "ingress", Prefix = Cidr.Parse("20.1.0.0/16"), Role = SubnetRole.Ingress }) with
        {
            Publish =
            [
                .. Enumerable.Range(0, Count).Select(number => new PublishedService { Service = $"service-{number}", Port = 80 }),
                .. Enumerable.Range(1, Count).Select(port => new PublishedService { Service = "all-ports", Port = port }),
            ],
        };

        var services = topology.Resolve().Services!;

        Assert.Equal(Count + 1, services.Count);
        Assert.Equal(Count + 1, services.Select(service => service.Address).Distinct().Count());
        Assert.Equal(("20.1.255.254", "20.1.255.253"), (services[0].Address.ToString(), services[1].Address.ToString()));
        Assert.Equal(Count, services[^1].Ports.Count);
    }

    [Fact]
    public void Many_DNAT_rules_to_one_Service_are_validated()
    {
        var address = Ipv4Address.Parse("20.1.0.9");
        var topology = With(new Subnet { Name = "ingress", Prefix = Cidr.Parse("20.1.0.0/16"), Role = SubnetRole.Ingress }) with
        {
            Allow = [EndpointSet.Aks],
            Services = [new() { Name = "web", Address = address, Subnet = "ingress", Ports = [.. Enumerable.Range(1, Count).Select(port => new ServicePort { Port = port })] }],
            Rules = [new DnatRuleCollection { Name = "many", Priority = 200, Rules = [.. Enumerable.Range(2, Count).Select(port => new DnatRule { Name = $"rule-{port}", Port = port, TranslatedAddress = address })] }],
        };

        var finding = Assert.Single(topology.Validate(), finding => finding.Code == "AKSE2254");

        Assert.Contains("has 1 (tcp), 2 (tcp), 3 (tcp), 4 (tcp) and more:", finding.Message, StringComparison.Ordinal);
    }

    private static EgressTopology With(params Subnet[] subnets) => new()
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
                .. subnets,
            ],
        },
    };
}

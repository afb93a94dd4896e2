using System.Globalization;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using AksEgress.Validation;

namespace AksEgress.Tests.Validation;

/// <summary>What a document costs grows with its length and no faster: neither by what rules share, nor by what messages quote.</summary>
public sealed class GrowthTests
{
    private const int Count = 20_000;

    private static readonly string _long = new('x', 100_000);

    private static readonly RouteTable _table = new() { Name = "t", Routes = [new() { Prefix = Cidr.All }, .. Enumerable.Range(0, Count).Select(number => new Route { Name = $"r{number}", Prefix = new Cidr(new(0x1E000000u + (uint)number), 32) })] };

    [Fact]
    public void A_list_that_rules_share_is_measured_once()
    {
        var measured = 0;
        var measure = new ListMeasure<int, long>(list => measured += list.Count);
        ValueList<int> shared = [1, 2, 3];

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(3, measure.Of(shared)));
        Assert.Equal(3, measured);
    }

    [Fact]
    public void Many_pools_and_rules_without_sources_are_validated()
    {
        var topology = Topology([.. Enumerable.Range(0, Count).Select(Subnet)], _table) with
        {
            Cluster = new() { NodePools = [.. Enumerable.Range(0, Count).Select(number => new NodePool { Name = "p", Subnet = $"s{number}", PodSubnet = "s0" })] },
            Rules = [new NetworkRuleCollection { Name = "c", Priority = 200, Rules = [.. Enumerable.Range(0, Count).Select(Rule)] }],
            Suppress = [.. Enumerable.Range(0, Count).Select(_ => new Suppression { Code = "AKSE2224", Reason = "ticket 42" })],
            Severity = [.. Enumerable.Range(0, Count).Select(number => new CodeSeverity(string.Create(CultureInfo.InvariantCulture, $"AKSE9{number:00000}"), DiagnosticSeverity.None))],
        };

        var codes = topology.Validate().CountBy(finding => finding.Code).ToDictionary();

        Assert.Equal((Count, Count - 1, 1), (codes["AKSE1020"], codes["AKSE1026"], codes["AKSE2241"]));
    }

    [Fact]
    public void A_report_grows_with_the_document_though_all_of_it_quotes_one_name()
    {
        var topology = Topology([Subnet(1)], new() { Name = _long, Routes = [.. Enumerable.Range(0, 1000).Select(_ => new Route { Name = "r", Prefix = Cidr.Parse("198.51.100.0/24"), NextHopType = NextHopType.Internet })] }) with
        {
            Name = _long,
            Location = _long,
            Rules = [new NetworkRuleCollection { Name = _long, Priority = 200, Rules = [.. Enumerable.Range(0, 1000).Select(Rule)] }],
            Suppress = [new() { Code = "AKSE2224", Reason = _long }],
        };
        var reported = topology.Validate();

        Assert.InRange(reported.Count, 1500, 10_000);
        Assert.All(reported, finding => Assert.InRange(finding.Message.Length, 1, 1500));
        Assert.All(reported.Suppressed, finding => Assert.Equal(Quotation.Shorten(_long), finding.Justification));
        Assert.Equal(1000, reported.Suppressed.Count);
    }

    [Fact]
    public void Who_misspells_many_names_gets_the_number_of_those_that_there_are()
    {
        var topology = Topology([.. Enumerable.Range(0, Count).Select(Subnet)], _table) with
        {
            Cluster = new() { NodePools = [.. Enumerable.Range(0, Count).Select(number => new NodePool { Name = $"p{number}", Subnet = $"subnet{number}" })] },
        };

        var unknown = topology.Validate().Where(finding => finding.Code == "AKSE2112").ToList();

        Assert.Equal(Count, unknown.Count);
        Assert.Equal("The network has no subnet 'subnet0'. There are 20001 others.", unknown[0].Message);
    }

    private static EgressTopology Topology(ValueList<Subnet> subnets, RouteTable table) => new()
    {
        Name = "aks-egress",
        Location = "eastus",
        Network = new() { AddressSpace = [Cidr.Parse("20.0.0.0/8")], Subnets = [new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("20.255.255.0/24") }, .. subnets], RouteTables = [table] },
    };

    private static Subnet Subnet(int number) => new() { Name = $"s{number}", Prefix = new Cidr(new(0x14000000u + ((uint)number * 16)), 28), Role = SubnetRole.Cluster };

    private static NetworkRule Rule(int number) => new() { Name = "r", Protocols = [RuleProtocol.Tcp], ServiceTags = [ServiceTag.Parse("AzureBrandNew")], Ports = [443] };
}

using AksEgress.Model;
using BenchmarkDotNet.Attributes;

namespace AksEgress.Benchmarks;

/// <summary>All rules over policies that are too large for a document: half application rules, half network rules. The bound is 100 ms for 10,000, growing no faster than n log n.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private EgressTopology _resolved = null!;

    [Params(1_000, 10_000, 100_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var numbers = Enumerable.Range(0, Rules / 2).ToList();
        var topology = SmallTopology.Of("large") with
        {
            Rules =
            [
                new ApplicationRuleCollection
                {
                    Name = "hosts",
                    Priority = 1000,
                    Rules = numbers.ConvertAll(number => new ApplicationRule
                    {
                        Name = $"host-{number}",
                        Fqdns = [FqdnPattern.Parse($"host-{number}.contoso.com"), FqdnPattern.Parse($"*.zone-{number}.contoso.com")],
                    }).ToValueList(),
                },
                new ApplicationRuleCollection { Name = "denied", Priority = 500, Action = RuleAction.Deny, Rules = [new() { Name = "denied", Fqdns = [FqdnPattern.Parse("denied.contoso.com")] }] },
                new NetworkRuleCollection
                {
                    Name = "addresses",
                    Priority = 1000,
                    Rules = numbers.ConvertAll(number => new NetworkRule
                    {
                        Name = $"address-{number}",
                        Protocols = [RuleProtocol.Tcp],
                        Destination = [new Ipv4Address(0x14000000u + (uint)number)],
                        Ports = [1433],
                    }).ToValueList(),
                },
            ],
        };
        _resolved = topology.Resolve();
    }

    [Benchmark]
    public int Validate() => _resolved.Validate().Count;
}

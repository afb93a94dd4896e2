using AksEgress.Analysis;
using AksEgress.Model;
using BenchmarkDotNet.Attributes;

namespace AksEgress.Benchmarks;

/// <summary>A thousand flows through policies of many rules, warm: to a bare address, to a host, to a host with its address. The bound is 2 ms, half a million flows a second, for 10,000 rules; growing slower than log².</summary>
[MemoryDiagnoser]
public class ExplainBenchmarks
{
    private const int Flows = 999;

    private EgressTopology _topology = null!;
    private EgressAnalysis _analysis = null!;
    private Flow[] _flows = [];

    [Params(100, 1_000, 10_000, 100_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _topology = ManyRules.Topology(Rules);
        _analysis = _topology.Analyze();
        _flows =
        [
            .. Enumerable.Range(0, Flows).Select(number => (number % 3) switch
            {
                0 => new Flow { From = ManyRules.Source(number * 7), To = ManyRules.Address(number * 31 % Rules), Port = ManyRules.Port(number), Protocol = FlowProtocol.Tcp },
                1 => new Flow { From = ManyRules.Source(number * 7), To = Fqdn.Parse(ManyRules.Host(number * 31 % Rules)), Port = 443, Protocol = FlowProtocol.Https },
                _ => new Flow { From = ManyRules.Source(number * 7), To = Fqdn.Parse(ManyRules.Host(number * 31 % Rules)), Address = ManyRules.Address(number), Port = 443, Protocol = FlowProtocol.Https },
            }),
        ];
        Decide();
    }

    [Benchmark]
    public int Decide() => _flows.Count(flow => _analysis.Decide(flow) == Verdict.Allow);

    /// <summary>The same with the whole way to each answer, as people and reports get it.</summary>
    [Benchmark]
    public int Explain() => _flows.Count(flow => _analysis.Explain(flow).Verdict == Verdict.Allow);

    [Benchmark]
    public object Prepare() => _topology.Analyze();
}

/// <summary>Ten changed rules, and rules in the shadow of others. The bounds for 10,000 rules are 1 s and 2 s.</summary>
public class ReviewBenchmarks
{
    private EgressTopology _before = null!;
    private EgressTopology _after = null!;

    [Params(1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup() => (_before, _after) = (ManyRules.Topology(Rules), ManyRules.Topology(Rules, changed: 10));

    [Benchmark]
    public int Difference() => _before.CompareWith(_after).Statements.Count;

    [Benchmark]
    public int Shadows() => _before.Analyze().FindShadowedRules().Rules.Count;
}

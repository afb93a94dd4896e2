using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;
using BenchmarkDotNet.Attributes;

namespace AksEgress.Benchmarks;

/// <summary>Policies of many rules: nothing may grow faster than n log n.</summary>
[MemoryDiagnoser]
public class LargePolicyBenchmarks
{
    private byte[] _document = [];
    private EgressTopology _resolved = null!;

    [Params(1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _document = Documents.Policy(Rules);
        _resolved = TopologyDocument.Parse(_document).Topology!.Resolve();
    }

    [Benchmark]
    public TopologyDocument Parse() => TopologyDocument.Parse(_document);

    [Benchmark]
    public int Validate() => _resolved.Validate().Count;

    [Benchmark]
    public ValueList<RenderedFile> Render() => _resolved.Render();
}

using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;
using BenchmarkDotNet.Attributes;

namespace AksEgress.Benchmarks;

/// <summary>The steps from the walkthrough's document to its files, warm.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly byte[] _document = Documents.Walkthrough();
    private readonly EgressTopology _topology = TopologyDocument.Parse(Documents.Walkthrough()).Topology!;
    private readonly EgressTopology _resolved = TopologyDocument.Parse(Documents.Walkthrough()).Topology!.Resolve();

    [Benchmark]
    public TopologyDocument Parse() => TopologyDocument.Parse(_document);

    [Benchmark]
    public EgressTopology Resolve() => _topology.Resolve();

    [Benchmark]
    public int Validate() => _resolved.Validate().Count;

    [Benchmark]
    public ValueList<RenderedFile> Render() => _resolved.Render();

    /// <summary>All four. The bound is 3 ms.</summary>
    [Benchmark(Baseline = true)]
    public ValueList<RenderedFile> All()
    {
        var resolved = TopologyDocument.Parse(_document).Topology!.Resolve();
        return resolved.Validate().HasErrors ? [] : resolved.Render();
    }
}

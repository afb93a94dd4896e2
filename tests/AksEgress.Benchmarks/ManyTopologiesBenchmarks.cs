using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace AksEgress.Benchmarks;

/// <summary>Documents to files on disk, without ARM, in one run of the generator. The bound for a thousand is 3 s, and memory that does not grow with them.</summary>
[MemoryDiagnoser]
public class ManyTopologiesBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("akse-bench").FullName;
    private string[] _documents = [];

    [Params(100, 1_000)]
    public int Topologies { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _documents = new string[Topologies];
        for (var i = 0; i < Topologies; i++)
        {
            var name = "topology-" + i.ToString(CultureInfo.InvariantCulture);
            _documents[i] = Path.Combine(_folder, name + ".egress.yaml");
            File.WriteAllText(_documents[i], Documents.Walkthrough(name));
        }
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public async Task<int> Generate()
    {
        var result = await TopologyGenerator.GenerateAsync(_documents, new()
        {
            OutputDirectory = Path.Combine(_folder, "out"),
            StagingDirectory = Path.Combine(_folder, "staging"),
            ArmCompilation = ArmCompilation.Never,
        });
        return result.Files.Count;
    }
}

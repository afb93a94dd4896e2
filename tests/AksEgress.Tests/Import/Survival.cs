using System.Text;
using AksEgress.Analysis;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Tests.Analysis.Reference;
using CsCheck;

namespace AksEgress.Tests.Import;

/// <summary>What is read of a source, and that everything can be asked of it.</summary>
internal static class Survival
{
    private static readonly Flow[] _flows = Flows();

    /// <summary>Reads a source from a stream, as a pipe gives it.</summary>
    public static async Task<TopologySource> ReadAsync(string json) => await ReadAsync(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="ReadAsync(string)"/>
    public static async Task<TopologySource> ReadAsync(byte[] bytes)
    {
        await using var reader = new TopologySourceReader();
        using var stream = new MemoryStream(bytes);
        var source = await reader.ReadAsync(stream, "a.json");
        Assert.True(source.Topology is not null || source.Diagnostics.HasErrors, "Neither a topology nor an error.");
        Assert.All(source.Diagnostics, Check);
        return source;
    }

    /// <summary>Asks everything of a topology.</summary>
    public static void Ask(EgressTopology topology)
    {
        var findings = topology.Validate();
        _ = topology.Resolve();
        var analysis = topology.Analyze();
        _ = _flows.Where(flow => analysis.FindProblem(flow) is null).Select(analysis.Explain).ToList();
        _ = analysis.Coverage();
        _ = analysis.FindShadowedRules();
        _ = topology.CompareWith(topology);
        try
        {
            _ = topology.RenderReport();
            Assert.False(findings.HasErrors);
        }
        catch (InvalidTopologyException)
        {
            Assert.True(findings.HasErrors);
        }
    }

    private static void Check(Diagnostic finding)
    {
        Assert.InRange(finding.Message.Length, 10, 4_000);
        Assert.True(finding.Span.Line >= 0);
    }

    /// <summary>The same ones each time: what they go through is random enough.</summary>
    private static Flow[] Flows()
    {
        var flows = Array.Empty<Flow>();
        NastyFlows.Any.Array[20].Sample(all => { flows = all; }, iter: 1, threads: 1, seed: "0000KOIPe036");
        return flows;
    }
}

using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit.Sdk;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Two evaluators, written independently of each other, agree. On a failure CsCheck prints the seed.</summary>
public sealed class ReferenceTests
{
    private static readonly int _topologies = LongTests.Wanted ? 1_000 : 100;

    private static readonly int _flows = LongTests.Wanted ? 1_000 : 100;

    [Fact]
    public void Both_evaluators_agree_on_any_flow_through_any_topology() =>
        Gen.Select(NastyTopologies.Any, NastyTagFiles.Any, NastyFlows.Any.Array[_flows]).Sample(
            (topology, tags, flows) =>
            {
                var analysis = topology.Analyze(NastyTagFiles.ToFile(tags));
                var reference = new ReferenceEvaluator(topology, tags);
                foreach (var flow in flows)
                {
                    Compare(topology, tags, flow, reference.Evaluate(flow), analysis);
                }
            },
            iter: _topologies);

    private static void Compare(EgressTopology topology, IReadOnlyDictionary<string, Cidr[]> tags, Flow flow, ReferenceAnswer expected, EgressAnalysis analysis)
    {
        var actual = analysis.Explain(flow);
        var decided = analysis.Decide(flow);
        var isSame = actual.Verdict == expected.Verdict
            && decided == expected.Verdict
            && (expected.Usual is not { } usual || (actual.Stage == usual.Stage && actual.Rule == usual.Rule));
        if (!isSame)
        {
            throw new XunitException(
                $"{flow}\nexpected: {expected.Verdict} {expected.Usual?.Stage} {expected.Usual?.Rule}\nactual: {actual.Verdict} ({decided}) {actual.Stage} {actual.Rule}\n{TopologyText.Of(topology.Resolve(), tags)}");
        }
    }
}

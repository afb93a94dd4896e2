using System.Collections.Concurrent;
using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit.Sdk;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Two evaluators, written independently of each other, agree. On a failure CsCheck prints the seed.</summary>
public sealed class ReferenceTests
{
    private static readonly int _topologies = LongTests.Wanted ? 1_000 : 60;

    private static readonly int _flows = LongTests.Wanted ? 1_000 : 100;

    [Fact]
    public void Both_evaluators_agree_on_any_flow_through_any_topology()
    {
        var verdicts = new ConcurrentDictionary<Verdict, bool>();
        var stages = new ConcurrentDictionary<FlowStage, bool>();
        Gen.Select(NastyTopologies.Any, NastyTagFiles.Any, NastyFlows.Any.Array[_flows]).Sample(
            (topology, tags, flows) =>
            {
                var analysis = topology.Analyze(NastyTagFiles.ToFile(tags));
                var reference = new ReferenceEvaluator(topology, tags);
                foreach (var flow in flows)
                {
                    var answer = reference.Evaluate(flow);
                    Compare(flow, answer, analysis);
                    verdicts[answer.Verdict] = true;
                    stages[answer.Usual?.Stage ?? FlowStage.Default] = true;
                }
            },
            iter: _topologies,
            print: input => TopologyText.Of(input.Item1.Resolve(), input.Item2));

        // Azure's own rules are asked last of all, and never known to match.
        Assert.Equal(Enum.GetValues<Verdict>(), verdicts.Keys.Order());
        Assert.Equal(Enum.GetValues<FlowStage>().Where(stage => stage != FlowStage.Infrastructure), stages.Keys.Order());
    }

    private static void Compare(Flow flow, ReferenceAnswer expected, EgressAnalysis analysis)
    {
        var actual = analysis.Explain(flow);
        var decided = analysis.Decide(flow);
        var isSame = actual.Verdict == expected.Verdict
            && decided == expected.Verdict
            && (expected.Usual is not { } usual || (actual.Stage == usual.Stage && actual.Rule == usual.Rule))
            && actual.DependsOn.Count > 0 == (expected.Verdict == Verdict.Depends)
            && actual.Return == expected.Return && expected.Egress.SetEquals(actual.Egress);
        if (!isSame)
        {
            throw new XunitException($"{flow}\nexpected: {expected.Verdict} {expected.Usual?.Stage} {expected.Usual?.Rule}\nactual: {actual.Verdict} ({decided}) {actual.Stage} {actual.Rule}, hanging on {actual.DependsOn.Count} things\nback {expected.Return} and {actual.Return}, leaving with {string.Join(", ", expected.Egress)} and {actual.Egress}");
        }
    }
}

using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Tests.Analysis.Reference;
using AksEgress.Tests.Infrastructure;
using CsCheck;

namespace AksEgress.Tests.Analysis;

/// <summary>One analysis, asked from many threads at once: what it prepares when it is first asked, it prepares for all of them.</summary>
public sealed class ThreadTests
{
    [Fact]
    public void Many_threads_get_the_answers_that_one_gets() =>
        Gen.Select(NastyTopologies.Any, NastyFlows.Any.Array[200]).Sample(
            (topology, flows) =>
            {
                var one = topology.Analyze();
                var expected = flows.Select(flow => (one.Decide(flow), one.Explain(flow))).ToList();
                var many = topology.Analyze();

                Parallel.For(0, 4 * flows.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number =>
                {
                    var index = number % flows.Length;
                    Assert.Equal(expected[index], (many.Decide(flows[index]), many.Explain(flows[index])));
                });
            },
            iter: LongTests.Wanted ? 200 : 10,
            threads: 1);
}

using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>Says what the cases of a flow come to.</summary>
internal sealed class FlowExplainer(EgressTopology topology, FlowEvaluator evaluator)
{
    private static readonly Unknown _everyPort = new(UnknownKind.EveryPort);

    private readonly FlowSteps _steps = new(topology, evaluator);
    private readonly FlowReturn _return = new(topology, evaluator);
    private readonly BecauseText _because = new(topology);

    /// <summary>The verdict where cases come to several.</summary>
    public static Verdict VerdictOf(VerdictSet verdicts) => verdicts switch
    {
        VerdictSet.Allow => Verdict.Allow,
        VerdictSet.Allow | VerdictSet.Deny => Verdict.Depends,
        _ => Verdict.Deny,
    };

    /// <summary>The answer for a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="cases">Each of its cases.</param>
    public FlowAnswer Explain(Flow flow, CaseList cases)
    {
        var all = Told(cases.All);
        var verdict = VerdictOf(cases.Verdicts);
        // A subnet without addresses does not exist, but a cluster without pools could.
        var certain = cases.Certain ?? new(FlowStage.Default, false, null, null);
        var passing = all.Select(one => one.Ending).Where(ending => ending.Allows).ToList();
        var assumptions = new FlowAssumptions(topology, evaluator, flow, all);
        return new()
        {
            Flow = flow,
            Verdict = verdict,
            Stage = certain.Stage,
            Rule = certain.Rule?.Reference,
            Candidates = [.. all.Select(one => one.Ending.Rule?.Reference).OfType<RuleReference>().Where(rule => rule != certain.Rule?.Reference).Distinct()],
            Route = certain.Route?.Reference,
            Egress = [.. passing.SelectMany(ending => _return.Egress(flow, ending)).Distinct()],
            Return = all.Where(one => one.Ending.Allows).Select(one => _return.Of(flow, one.Source, one.Ending)).DefaultIfEmpty(ReturnPath.None).Max(),
            DependsOn = verdict == Verdict.Depends ? DependenciesOf(flow, all) : [],
            Assumptions = assumptions.All,
            Steps = _steps.Of(flow, all.Count > 0 ? all[0].Source : default, certain, all),
            Because = _because.Of(flow, verdict, certain, all),
        };
    }

    /// <summary>The cases but for those that need what Azure does not document and are there without it too.</summary>
    private static IReadOnlyList<FlowCase> Told(IReadOnlyList<FlowCase> cases)
    {
        static ImmutableArray<Unknown> ConditionsOf(FlowCase one) => one.If is { } condition ? one.Under.Add(condition) : one.Under;
        // With it stand at most two others.
        static (AddressSpan, Ending, Unknown?, Unknown?) Key(FlowCase one, ImmutableArray<Unknown> others) =>
            (one.Source, one.Ending, others.Length > 0 ? others[0] : null, others.Length > 1 ? others[^1] : null);

        var uncertain = cases.Where(one => ConditionsOf(one).Contains(_everyPort)).ToHashSet();
        if (uncertain.Count == 0)
        {
            return cases;
        }

        var without = cases.Where(one => !uncertain.Contains(one)).Select(one => Key(one, ConditionsOf(one))).ToHashSet();
        return [.. cases.Where(one => !uncertain.Contains(one) || !without.Contains(Key(one, ConditionsOf(one).Remove(_everyPort))))];
    }

    /// <summary>Each case whose verdict is not the one that its source addresses come to otherwise; and, between sources, those that differ from the first.</summary>
    private static ValueList<Dependency> DependenciesOf(Flow flow, IReadOnlyList<FlowCase> cases)
    {
        var result = new List<Dependency>();
        var sources = cases.Where(one => one.If is null).ToList();
        var differ = sources.Select(one => one.Ending.Allows).Distinct().Count() > 1;
        foreach (var same in cases.GroupBy(one => one.Source))
        {
            var certain = same.Last();
            var from = sources.Count > 1 ? $" (from {same.Key})" : "";
            // What comes behind the last case of another verdict changes nothing.
            var all = same.Where(one => one.If is not null).ToList();
            var last = all.FindLastIndex(one => one.Ending.Verdict != certain.Ending.Verdict);
            result.AddRange(all.Take(last + 1).Select(one => new Dependency(UnknownText.Of(flow, one) + from, One(one.Ending), one.Ending.Stage, one.Ending.Rule?.Reference)));
            if (differ)
            {
                result.Add(new($"the source is one of {same.Key}", One(certain.Ending), certain.Ending.Stage, certain.Ending.Rule?.Reference));
            }
        }

        return [.. result.Distinct()];
    }

    private static Verdict One(Ending ending) => ending.Allows ? Verdict.Allow : Verdict.Deny;
}

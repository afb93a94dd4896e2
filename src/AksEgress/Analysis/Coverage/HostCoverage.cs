using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Explanation;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>Whether hosts pass. A wildcard is covered as badly as the worst of the hosts below it.</summary>
internal sealed class HostCoverage(EgressTopology topology, FlowEvaluator evaluator, FlowExplainer explainer)
{
    private readonly List<string> _patterns = [.. HostClasses.PatternsOf(topology, evaluator.Policy).Distinct()];

    /// <summary>What covers a host, or all hosts below a wildcard.</summary>
    public SourceCoverage Of(FlowSource from, string pattern, FlowProtocol protocol, int port)
    {
        var targets = TargetsOf(pattern);
        var flows = targets.ConvertAll(target => new Flow { From = from, To = target.To, Port = port, Protocol = protocol });
        if (flows.Count == 0)
        {
            return new(from, CoverageStatus.Depends, FlowStage.Default, null, $"'{pattern}' is no host of the Internet; whether it passes depends on its address.");
        }

        // MaxBy takes the first of the worst: the hosts that nothing names, before those that are named.
        var worst = flows.MaxBy(flow => StatusOf(Evaluate(flow, keepsAll: false)))!;
        var cases = Evaluate(worst, keepsAll: true);
        var answer = explainer.Explain(worst, cases);
        var status = StatusOf(cases);
        var tags = status == CoverageStatus.Covered && worst.To.Host is { } host ? cases.All.Where(one => one.If is null).SelectMany(one => TagsOf(one.Ending, host)).Distinct().ToList() : [];
        return tags.Count == 0
            ? new(from, status, answer.Stage, answer.Rule, ReasonOf(answer, targets.Find(target => target.To == worst.To).Name, pattern))
            : new(from, CoverageStatus.CoveredByTag, answer.Stage, answer.Rule, $"{ReasonOf(answer, targets.Find(target => target.To == worst.To).Name, pattern)} FQDN tag {string.Join(" or ", tags)} is documented to hold it; its content is not published.");
    }

    /// <summary>A host of each class below a wildcard, with what the class is written as; the wildcard's own class, that nothing else names, first. Of anything but a wildcard itself.</summary>
    private List<(FlowTarget To, string Name)> TargetsOf(string pattern)
    {
        if (pattern[0] != '*')
        {
            return FlowTarget.TryParse(pattern, out var target, out _) ? [(target, pattern)] : [];
        }

        var classes = new HostClasses(_patterns.Append(pattern));
        return
        [
            .. Enumerable.Range(0, classes.Count).Where(one => classes.Representative(one).ToString().Length > 0 && classes.IsWithin(one, pattern))
                .OrderBy(one => classes.Name(one) != pattern)
                .Select(one => ((FlowTarget)classes.Representative(one), classes.Name(one))),
        ];
    }

    /// <summary>The sentence of the answer, about what was asked for instead of a host that was made up for it.</summary>
    private static string ReasonOf(FlowAnswer answer, string name, string pattern)
    {
        var because = answer.Because.Replace(answer.Flow.To.ToString(), name, StringComparison.Ordinal);
        return name == pattern ? because : $"{name}: {because}";
    }

    /// <summary>The tags of a rule that does not name the host: one of them is what matched.</summary>
    private static ValueList<FqdnTag> TagsOf(Ending ending, Fqdn host) =>
        ending.Rule is CompiledApplicationRule { Rule: var rule } && !rule.Fqdns!.Any(pattern => pattern.Covers(host)) ? rule.FqdnTags! : [];

    private static CoverageStatus StatusOf(CaseList cases) => FlowExplainer.VerdictOf(cases.Verdicts) switch
    {
        Verdict.Allow => CoverageStatus.Covered,
        Verdict.Depends => CoverageStatus.Depends,
        _ => CoverageStatus.NotCovered,
    };

    private CaseList Evaluate(Flow flow, bool keepsAll)
    {
        var cases = new CaseList(keepsAll);
        evaluator.Evaluate(flow, ref cases);
        return cases;
    }
}

using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Explanation;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>Whether hosts pass. A wildcard is covered as badly as the worst of the hosts below it.</summary>
internal sealed class HostCoverage(FlowEvaluator evaluator, FlowExplainer explainer, WildcardHosts classes)
{
    /// <summary>What covers a host, or all hosts below a wildcard.</summary>
    public SourceCoverage Of(FlowSource from, string pattern, FlowProtocol protocol, int port)
    {
        var flows = classes.Of(pattern).Select(host => new Flow { From = from, To = host, Port = port, Protocol = protocol }).ToList();
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
            ? new(from, status, answer.Stage, answer.Rule, ReasonOf(answer, pattern))
            : new(from, CoverageStatus.CoveredByTag, answer.Stage, answer.Rule, $"{ReasonOf(answer, pattern)} FQDN tag {string.Join(" or ", tags)} is documented to hold it; its content is not published.");
    }

    private static string ReasonOf(FlowAnswer answer, string pattern)
    {
        var host = answer.Flow.To.ToString();
        return host == pattern ? answer.Because
            : host.StartsWith("other-", StringComparison.Ordinal) ? answer.Because.Replace(host, pattern, StringComparison.Ordinal)
            : $"{host}: {answer.Because}";
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

using AksEgress.Analysis.Coverage;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Explanation;
using AksEgress.Analysis.Shadowing;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>
/// Answers what can leave a cluster, by which rule: offline, by the rules of Azure's own processing. Where an answer hangs on what nobody publishes it says so. Prepared once; may be asked from
/// several threads.
/// </summary>
/// <remarks>It asks a topology as it is; whether Azure would take it is a matter of <see cref="EgressTopologyExtensions.Validate(EgressTopology, Diagnostics.DiagnosticOptions?)"/>.</remarks>
public sealed class EgressAnalysis
{
    private readonly EgressTopology _topology;
    private readonly FlowEvaluator _evaluator;
    private readonly FlowExplainer _explainer;
    private readonly string[] _subnets;

    /// <summary>Prepares a topology.</summary>
    /// <param name="resolved">The topology, resolved.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    internal EgressAnalysis(EgressTopology resolved, ServiceTagPrefixes? serviceTags)
    {
        _topology = resolved;
        _evaluator = new(resolved, serviceTags);
        _explainer = new(resolved, _evaluator);
        _subnets = [.. resolved.Network.Subnets.Select(subnet => subnet.Name)];
    }

    /// <summary>The rules that never match, or do less than they say, because of others.</summary>
    public ShadowReport FindShadowedRules() => ShadowFinder.Find(_topology, _evaluator);

    /// <summary>Why the topology cannot be asked about a flow, and what was probably meant; null when it can.</summary>
    /// <param name="flow">The flow.</param>
    public string? FindProblem(Flow flow) =>
        (flow.Protocol == FlowProtocol.Icmp ? flow.Port != 0 : flow.Port is < 1 or > 65535)
            ? FormattableString.Invariant($"{flow.Port} is no port of {DocumentWord.Of(flow.Protocol)}.")
            : flow.From.Subnet is { } name && !_subnets.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? $"The topology has no subnet '{name}'. {NearestWord.Suggest(name, _subnets)}"
            : flow.To.Frontend is { } frontend && _topology.Firewall!.Frontends!.Count is { } count && frontend > count
                ? FormattableString.Invariant($"The firewall has no '{flow.To}': its frontends are 1 to {count}.")
                : null;

    /// <summary>The verdict alone: the fast form for many flows.</summary>
    /// <param name="flow">The flow.</param>
    /// <exception cref="ArgumentException">The topology has no subnet of that name; <see cref="FindProblem"/> tells.</exception>
    public Verdict Decide(Flow flow)
    {
        var cases = new CaseList(keepsAll: false);
        _evaluator.Evaluate(flow, ref cases);
        return FlowExplainer.VerdictOf(cases.Verdicts);
    }

    /// <summary>The verdict with the whole way to it.</summary>
    /// <param name="flow">The flow.</param>
    /// <exception cref="ArgumentException">The topology has no subnet of that name; <see cref="FindProblem"/> tells.</exception>
    public FlowAnswer Explain(Flow flow)
    {
        var cases = new CaseList(keepsAll: true);
        _evaluator.Evaluate(flow, ref cases);
        return _explainer.Explain(flow, cases);
    }

    /// <summary>What AKS, the features in use and the images of workloads need, and what covers it.</summary>
    /// <param name="options">Features and images. Default: those that the topology names.</param>
    public CoverageReport Coverage(CoverageOptions? options = null) => new CoverageAnalysis(_topology, _evaluator, _explainer).Report(options ?? new());
}

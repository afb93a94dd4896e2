using System.Collections.Immutable;

namespace AksEgress.Analysis.Evaluation;

/// <summary>Network rules that may match, in order, each with the verdicts up to it: what all rules before a place come to is found without walking them.</summary>
internal sealed class Uncertain
{
    private readonly (int Index, Unknown If)[] _all;
    private readonly VerdictSet[] _verdicts;
    private readonly ImmutableArray<CompiledNetworkRule> _rules;

    /// <summary>Sorts them.</summary>
    /// <param name="all">Places of rules, and what would have to hold.</param>
    /// <param name="rules">The rules.</param>
    public Uncertain(IEnumerable<(int Index, Unknown If)> all, ImmutableArray<CompiledNetworkRule> rules)
    {
        _rules = rules;
        _all = [.. all.OrderBy(one => one.Index)];
        _verdicts = new VerdictSet[_all.Length + 1];
        for (var i = 0; i < _all.Length; i++)
        {
            _verdicts[i + 1] = _verdicts[i] | (rules[_all[i].Index].Allows ? VerdictSet.Allow : VerdictSet.Deny);
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<(int Index, Unknown If)> All => _all;

    /// <summary>Adds the cases of the rules before a place, from another on.</summary>
    public void AddBefore(int index, RouteChoice? route, ref CaseList cases, int from = 0)
    {
        var count = CountBefore(index);
        cases.Add(_verdicts[count]);
        for (var i = CountBefore(from); cases.KeepsAll && i < count; i++)
        {
            var rule = _rules[_all[i].Index];
            cases.Add(_all[i].If, new(FlowStage.Network, rule.Allows, rule, route));
        }
    }

    /// <summary>How many of them come before a place.</summary>
    public int CountBefore(int index)
    {
        var (low, high) = (0, _all.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _all[middle].Index < index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

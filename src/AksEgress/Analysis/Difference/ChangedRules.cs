using AksEgress.Analysis.Evaluation;

namespace AksEgress.Analysis.Difference;

/// <summary>
/// Finds the rules of two policies that are not the same, or not in the same order. What no changed rule is for is decided alike by both: rules that are left over are the same, one after the other.
/// </summary>
internal static class ChangedRules
{
    /// <summary>The changed rules of both.</summary>
    /// <typeparam name="TRule">The kind of rule.</typeparam>
    /// <param name="before">The rules of one, in order.</param>
    /// <param name="after">The rules of the other, in order.</param>
    /// <param name="signature">What a rule does, as text: rules of one signature do the same.</param>
    public static IReadOnlyList<TRule> Of<TRule>(IReadOnlyList<TRule> before, IReadOnlyList<TRule> after, Func<TRule, string> signature)
        where TRule : IFirewallRule
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < after.Count; i++)
        {
            var key = signature(after[i]);
            if (!places.TryGetValue(key, out var queue))
            {
                places.Add(key, queue = new());
            }

            queue.Enqueue(i);
        }

        var pairs = new List<(int Before, int After)>();
        for (var i = 0; i < before.Count; i++)
        {
            if (places.TryGetValue(signature(before[i]), out var queue) && queue.TryDequeue(out var place))
            {
                pairs.Add((i, place));
            }
        }

        var same = LongestRising(pairs);
        var sameBefore = same.Select(pair => pair.Before).ToHashSet();
        var sameAfter = same.Select(pair => pair.After).ToHashSet();
        return [.. before.Where((_, index) => !sameBefore.Contains(index)), .. after.Where((_, index) => !sameAfter.Contains(index))];
    }

    /// <summary>The most pairs that stand in the same order in both (longest increasing subsequence, n log n).</summary>
    private static List<(int Before, int After)> LongestRising(List<(int Before, int After)> pairs)
    {
        var ends = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var place = PlaceOf(pairs[i].After, ends, pairs);
            previous[i] = place > 0 ? ends[place - 1] : -1;
            if (place < ends.Count)
            {
                ends[place] = i;
            }
            else
            {
                ends.Add(i);
            }
        }

        var result = new List<(int Before, int After)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = previous[i])
        {
            result.Add(pairs[i]);
        }

        return result;
    }

    private static int PlaceOf(int after, List<int> ends, List<(int Before, int After)> pairs)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pairs[ends[middle]].After < after ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

namespace AksEgress.Analysis.Sets;

/// <summary>For every number the first of some ordered ranges that holds it: found once for all numbers, looked up in logarithmic time.</summary>
internal sealed class FirstMatch
{
    /// <summary>What <see cref="Find"/> gives where no range holds the number.</summary>
    public const int None = int.MaxValue;

    private readonly uint[] _starts;
    private readonly int[] _orders;

    private FirstMatch(uint[] starts, int[] orders)
    {
        _starts = starts;
        _orders = orders;
    }

    /// <summary>Nothing holds any number.</summary>
    public static FirstMatch Nothing { get; } = new([0], [None]);

    /// <summary>Finds the first match of every number.</summary>
    /// <param name="ranges">Ranges with their places in the order; the lowest wins.</param>
    public static FirstMatch Of(IReadOnlyList<(AddressSpan Span, int Order)> ranges)
    {
        if (ranges.Count == 0)
        {
            return Nothing;
        }

        var byStart = ranges.OrderBy(range => range.Span.First).ToArray();
        // Where the winner can change: at each start, and behind each end.
        var starts = byStart.Select(range => range.Span.First)
            .Concat(byStart.Where(range => range.Span.Last != uint.MaxValue).Select(range => range.Span.Last + 1)).Append(0u).ToArray();
        Array.Sort(starts);
        var open = new PriorityQueue<uint, int>();
        var resultStarts = new List<uint>(starts.Length);
        var resultOrders = new List<int>(starts.Length);
        var next = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            var start = starts[i];
            if (i > 0 && start == starts[i - 1])
            {
                continue;
            }

            for (; next < byStart.Length && byStart[next].Span.First == start; next++)
            {
                open.Enqueue(byStart[next].Span.Last, byStart[next].Order);
            }

            while (open.TryPeek(out var last, out _) && last < start)
            {
                open.Dequeue();
            }

            var order = open.TryPeek(out _, out var first) ? first : None;
            if (resultOrders.Count == 0 || resultOrders[^1] != order)
            {
                resultStarts.Add(start);
                resultOrders.Add(order);
            }
        }

        return new([.. resultStarts], [.. resultOrders]);
    }

    /// <summary>The place of the first range that holds the number, or <see cref="None"/>.</summary>
    public int Find(uint number) => _orders[IndexOf(number)];

    /// <summary>The pieces of the number line on which the answer is the same, lowest first, from the one that holds a number on.</summary>
    public IEnumerable<(AddressSpan Span, int Order)> From(uint number)
    {
        for (var i = IndexOf(number); i < _starts.Length; i++)
        {
            yield return (new(_starts[i], i + 1 < _starts.Length ? _starts[i + 1] - 1 : uint.MaxValue), _orders[i]);
        }
    }

    /// <summary>The piece that holds the number: the last that starts at it or before; the first starts at 0.</summary>
    private int IndexOf(uint number)
    {
        var index = Array.BinarySearch(_starts, number);
        return index < 0 ? ~index - 1 : index;
    }
}

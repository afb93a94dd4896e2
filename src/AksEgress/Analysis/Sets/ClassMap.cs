namespace AksEgress.Analysis.Sets;

/// <summary>
/// Splits the number line (addresses, ports) into classes: two numbers are of one class when the same items hold them, and so nothing that only asks for the items
/// can tell them apart. Found once in n log n, looked up in logarithmic time.
/// </summary>
internal sealed class ClassMap
{
    private readonly uint[] _starts;
    private readonly int[] _classes;
    private readonly List<uint> _representatives = [];

    /// <summary>Finds the classes.</summary>
    /// <param name="ranges">Ranges of items; those of one item neither overlap nor touch.</param>
    public ClassMap(IEnumerable<(AddressSpan Span, int Item)> ranges)
    {
        var changes = new List<(uint At, UInt128 Item)>();
        foreach (var (span, item) in ranges)
        {
            var key = Key(item);
            changes.Add((span.First, key));
            if (span.Last != uint.MaxValue)
            {
                changes.Add((span.Last + 1, key));
            }
        }

        changes.Sort((left, right) => left.At.CompareTo(right.At));
        var bySignature = new Dictionary<UInt128, int>();
        var starts = new List<uint>();
        var classes = new List<int>();
        UInt128 signature = 0;
        var next = 0;
        for (var start = 0u; ;)
        {
            for (; next < changes.Count && changes[next].At == start; next++)
            {
                // What opens twice is closed again: a set's signature is the exclusive or of its items' keys.
                signature ^= changes[next].Item;
            }

            if (!bySignature.TryGetValue(signature, out var known))
            {
                known = bySignature.Count;
                bySignature.Add(signature, known);
                _representatives.Add(start);
            }

            starts.Add(start);
            classes.Add(known);
            if (next == changes.Count)
            {
                break;
            }

            start = changes[next].At;
        }

        _starts = [.. starts];
        _classes = [.. classes];
    }

    /// <summary>How many classes there are.</summary>
    public int Count => _representatives.Count;

    /// <summary>The class of a number, from 0.</summary>
    public int Of(uint number) => _classes[IndexOf(number)];

    /// <summary>A number of the class.</summary>
    public uint Representative(int of) => _representatives[of];

    /// <summary>The pieces of a span, each of one class, lowest first.</summary>
    public IEnumerable<(AddressSpan Span, int Class)> Pieces(AddressSpan span)
    {
        for (var i = IndexOf(span.First); i < _starts.Length && _starts[i] <= span.Last; i++)
        {
            var last = i + 1 < _starts.Length ? _starts[i + 1] - 1 : uint.MaxValue;
            yield return (new(Math.Max(_starts[i], span.First), Math.Min(last, span.Last)), _classes[i]);
        }
    }

    /// <summary>The piece that holds the number: the last that starts at it or before; the first starts at 0.</summary>
    private int IndexOf(uint number)
    {
        var index = Array.BinarySearch(_starts, number);
        return index < 0 ? ~index - 1 : index;
    }

    /// <summary>128 well-mixed bits of an item's number (SplitMix64, twice).</summary>
    private static UInt128 Key(int item) => new(Mix(2 * (ulong)(uint)item), Mix((2 * (ulong)(uint)item) + 1));

    private static ulong Mix(ulong value)
    {
        value = (value + 1) * 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

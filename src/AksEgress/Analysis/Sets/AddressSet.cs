using System.Collections.Immutable;
using AksEgress.Model;

namespace AksEgress.Analysis.Sets;

/// <summary>A set of IPv4 addresses as sorted ranges that neither overlap nor touch. Set algebra is exact and takes one pass over the ranges.</summary>
internal sealed class AddressSet : IEquatable<AddressSet>
{
    private readonly ImmutableArray<AddressSpan> _spans;

    private AddressSet(ImmutableArray<AddressSpan> spans) => _spans = spans;

    /// <summary>No address.</summary>
    public static AddressSet Empty { get; } = new([]);

    /// <summary>Every address.</summary>
    public static AddressSet All { get; } = new([new(0, uint.MaxValue)]);

    /// <summary>The ranges, lowest first.</summary>
    public ImmutableArray<AddressSpan> Spans => _spans;

    /// <summary>True for no address.</summary>
    public bool IsEmpty => _spans.IsEmpty;

    /// <summary>The addresses of any of the ranges.</summary>
    public static AddressSet Of(IEnumerable<AddressRange> ranges) => Of(ranges.Select(range => new AddressSpan(range.First.Value, range.Last.Value)));

    /// <summary>The addresses of any of the prefixes.</summary>
    public static AddressSet Of(IEnumerable<Cidr> prefixes) => Of(prefixes.Select(prefix => new AddressSpan(prefix.First.Value, prefix.Last.Value)));

    /// <summary>The addresses of any of the ranges.</summary>
    public static AddressSet Of(IEnumerable<AddressSpan> spans)
    {
        var sorted = spans.ToArray();
        Array.Sort(sorted, (left, right) => left.First.CompareTo(right.First));
        return Merge(sorted);
    }

    /// <summary>True when the address is in the set.</summary>
    public bool Contains(uint address)
    {
        var (low, high) = (0, _spans.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].First > address)
            {
                high = middle - 1;
            }
            else if (_spans[middle].Last < address)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when every address of the other is in the set.</summary>
    public bool Contains(AddressSet other) => other.Except(this).IsEmpty;

    /// <summary>True when some address is in both.</summary>
    public bool Overlaps(AddressSet other)
    {
        var (mine, theirs) = (0, 0);
        while (mine < _spans.Length && theirs < other._spans.Length)
        {
            if (_spans[mine].Last < other._spans[theirs].First)
            {
                mine++;
            }
            else if (other._spans[theirs].Last < _spans[mine].First)
            {
                theirs++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The addresses of either.</summary>
    public AddressSet Union(AddressSet other) => IsEmpty ? other : other.IsEmpty ? this : Of(_spans.Concat(other._spans));

    /// <summary>The addresses of both.</summary>
    public AddressSet Intersect(AddressSet other)
    {
        var result = ImmutableArray.CreateBuilder<AddressSpan>();
        var (mine, theirs) = (0, 0);
        while (mine < _spans.Length && theirs < other._spans.Length)
        {
            var first = Math.Max(_spans[mine].First, other._spans[theirs].First);
            var last = Math.Min(_spans[mine].Last, other._spans[theirs].Last);
            if (first <= last)
            {
                result.Add(new(first, last));
            }

            if (_spans[mine].Last < other._spans[theirs].Last)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }

        return new(result.DrainToImmutable());
    }

    /// <summary>The addresses of this set that are not of the other.</summary>
    public AddressSet Except(AddressSet other)
    {
        var result = ImmutableArray.CreateBuilder<AddressSpan>();
        var theirs = 0;
        foreach (var span in _spans)
        {
            ulong next = span.First;
            while (theirs < other._spans.Length && other._spans[theirs].Last < next)
            {
                theirs++;
            }

            for (var i = theirs; i < other._spans.Length && other._spans[i].First <= span.Last; i++)
            {
                if (other._spans[i].First > next)
                {
                    result.Add(new((uint)next, other._spans[i].First - 1));
                }

                next = Math.Max(next, (ulong)other._spans[i].Last + 1);
            }

            if (next <= span.Last)
            {
                result.Add(new((uint)next, span.Last));
            }
        }

        return new(result.DrainToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(AddressSet? other) => other is not null && _spans.AsSpan().SequenceEqual(other._spans.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AddressSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var span in _spans)
        {
            hash.Add(span);
        }

        return hash.ToHashCode();
    }

    /// <summary>The shortest text: prefixes where a range is one, <c>*</c> for every address.</summary>
    public override string ToString() => Equals(All) ? "*" : string.Join(", ", _spans);

    private static AddressSet Merge(AddressSpan[] sorted)
    {
        var result = ImmutableArray.CreateBuilder<AddressSpan>(sorted.Length);
        foreach (var span in sorted)
        {
            if (result.Count > 0 && (ulong)result[^1].Last + 1 >= span.First)
            {
                result[^1] = new(result[^1].First, Math.Max(result[^1].Last, span.Last));
            }
            else
            {
                result.Add(span);
            }
        }

        return new(result.DrainToImmutable());
    }
}

using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Addresses and ports that leave nothing out.</summary>
internal static class BroadAddresses
{
    private const long AddressCount = 1L << 32;

    /// <summary>How many ranges a message lists before it only counts them.</summary>
    private const int MaxListed = 4;

    /// <summary>What stands for every address in a list.</summary>
    /// <param name="Index">The element, or -1 where only several of them together do.</param>
    /// <param name="Text">The element, or all of them, for messages.</param>
    public sealed record Everything(int Index, string Text);

    /// <summary>True for <c>*</c> and 0.0.0.0/0.</summary>
    public static bool IsEveryAddress(AddressRange range) => Count(range) == AddressCount;

    /// <summary>The element that is every address, or all of them where they are together; null where addresses are left over.</summary>
    public static Everything? FindEveryAddress(ValueList<AddressRange> ranges)
    {
        if (ranges.FindIndex(IsEveryAddress) is >= 0 and var index)
        {
            return new(index, ranges[index].ToString());
        }

        // Most lists hold too few addresses by far, and need not be sorted.
        return ranges.Sum(Count) >= AddressCount && LeavesNothing(ranges)
            ? new(-1, ranges.Count <= MaxListed ? $"{string.Join(" and ", ranges)}, together everything" : FormattableString.Invariant($"{ranges.Count} ranges, together everything"))
            : null;
    }

    /// <summary>True when no address is left over.</summary>
    public static bool AreEverything(ValueList<AddressRange> ranges) => FindEveryAddress(ranges) is not null;

    /// <summary>True for <c>*</c> and 1-65535.</summary>
    public static bool IsEveryPort(PortRange range) => range.First <= 1 && range.Last == 65535;

    /// <summary>True when one of the ranges holds the port.</summary>
    public static bool Hold(ValueList<PortRange> ranges, int port)
    {
        foreach (var range in ranges)
        {
            if (range.First <= port && port <= range.Last)
            {
                return true;
            }
        }

        return false;
    }

    private static long Count(AddressRange range) => (long)range.Last.Value - range.First.Value + 1;

    private static bool LeavesNothing(ValueList<AddressRange> ranges)
    {
        var next = 0L;
        foreach (var range in ranges.OrderBy(range => range.First.Value))
        {
            if (range.First.Value > next)
            {
                return false;
            }

            next = Math.Max(next, range.Last.Value + 1L);
        }

        return next == AddressCount;
    }
}

using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Addresses and ports that leave nothing out.</summary>
internal static class BroadAddresses
{
    /// <summary>True for <c>*</c> and 0.0.0.0/0.</summary>
    public static bool IsEveryAddress(AddressRange range) => range.First.Value == 0 && range.Last.Value == uint.MaxValue;

    /// <summary>The index of the element that is every address, or -1.</summary>
    public static int FindEveryAddress(ValueList<AddressRange> ranges) => ranges.FindIndex(IsEveryAddress);

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
}

using System.Numerics;
using AksEgress.Model;

namespace AksEgress.Analysis.Sets;

/// <summary>Addresses from the first to the last.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest, at least the lowest.</param>
internal readonly record struct AddressSpan(uint First, uint Last)
{
    /// <summary>One address, a prefix where the span is one, else <c>first-last</c>.</summary>
    public override string ToString()
    {
        var size = (ulong)Last - First + 1;
        return size == 1 ? new Ipv4Address(First).ToString()
            : BitOperations.IsPow2(size) && First % size == 0 ? new Cidr(new(First), 32 - BitOperations.Log2(size)).ToString()
            : $"{new Ipv4Address(First)}-{new Ipv4Address(Last)}";
    }
}

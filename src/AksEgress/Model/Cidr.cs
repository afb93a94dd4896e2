using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace AksEgress.Model;

/// <summary>An IPv4 address prefix in CIDR notation, without host bits.</summary>
public readonly record struct Cidr : IModelValue<Cidr>
{
    /// <summary>A prefix from its first address and length.</summary>
    /// <param name="first">The first address.</param>
    /// <param name="length">The prefix length, 0 to 32.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range.</exception>
    /// <exception cref="ArgumentException">The address has bits set right of the length.</exception>
    public Cidr(Ipv4Address first, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 32);
        if ((first.Value & ~Mask(length)) != 0)
        {
            throw new ArgumentException("The address has host bits.", nameof(first));
        }

        First = first;
        Length = length;
    }

    /// <summary>0.0.0.0/0, every address.</summary>
    public static Cidr All => default;

    /// <summary>The first address.</summary>
    public Ipv4Address First { get; }

    /// <summary>The prefix length, 0 to 32.</summary>
    public int Length { get; }

    /// <summary>The last address.</summary>
    public Ipv4Address Last => new(First.Value | ~Mask(Length));

    /// <summary>How many addresses the prefix holds, from 1 to 2^32.</summary>
    public long Count => 1L << (32 - Length);

    /// <summary>The prefix of one address.</summary>
    public static Cidr Of(Ipv4Address address) => new(address, 32);

    /// <summary>Reads <c>10.42.0.0/16</c>.</summary>
    /// <exception cref="FormatException">The text is not a prefix, or has host bits.</exception>
    public static Cidr Parse(string text) => ValueProblem.Parse<Cidr>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out Cidr value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        value = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var length = -1;
        if (slash < 0 || !Ipv4Address.TryParse(text.AsSpan(0, slash), out var address) || !TryParseLength(text.AsSpan(slash + 1), out length))
        {
            var hint = slash < 0 && Ipv4Address.TryParse(text.AsSpan(), out _) ? $"Write {text}/32 for the single address." : "Write an IPv4 prefix such as 10.42.1.0/24.";
            problem = new(ValueDiagnostics.Prefix, $"'{text}' is not an address prefix. {hint}");
            return false;
        }

        var first = new Ipv4Address(address.Value & Mask(length));
        if (first != address)
        {
            problem = new(ValueDiagnostics.HostBits, $"'{text}' has host bits: Azure refuses a prefix that does not start at its network's first address. Write {new Cidr(first, length)}.");
            return false;
        }

        value = new(first, length);
        problem = null;
        return true;
    }

    /// <summary>True when the address lies in the prefix.</summary>
    public bool Contains(Ipv4Address address) => (address.Value & Mask(Length)) == First.Value;

    /// <summary>True when every address of the other prefix lies in this one.</summary>
    public bool Contains(Cidr other) => other.Length >= Length && Contains(other.First);

    /// <summary>True when some address lies in both.</summary>
    public bool Overlaps(Cidr other) => Contains(other.First) || other.Contains(First);

    /// <summary>The same prefix as the base class library has it.</summary>
    public IPNetwork ToIPNetwork() => IPNetwork.Parse(ToString());

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}/{Length}");

    private static uint Mask(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);

    private static bool TryParseLength(ReadOnlySpan<char> text, out int length) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length)
        && length <= 32 && (text.Length == 1 || text[0] != '0');
}

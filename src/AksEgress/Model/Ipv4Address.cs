using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AksEgress.Model;

/// <summary>An IPv4 address.</summary>
/// <param name="Value">The address as a number, most significant byte first: 10.0.0.1 is 0x0A000001.</param>
public readonly record struct Ipv4Address(uint Value) : IModelValue<Ipv4Address>
{
    /// <summary>Reads <c>10.42.2.4</c>. No octal, hexadecimal or shortened forms: Azure and Kubernetes refuse them.</summary>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static Ipv4Address Parse(string text) => ValueProblem.Parse<Ipv4Address>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out Ipv4Address value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        problem = TryParse(text.AsSpan(), out value)
            ? null
            : new(ValueDiagnostics.Address, $"'{text}' is not an IPv4 address. Write four numbers from 0 to 255 without leading zeros, such as 10.42.2.4.");
        return problem is null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value >> 24}.{(Value >> 16) & 255}.{(Value >> 8) & 255}.{Value & 255}");

    /// <summary>The address that many places further on.</summary>
    /// <exception cref="OverflowException">There is none.</exception>
    public Ipv4Address Plus(int offset) => new(checked((uint)(Value + offset)));

    internal static bool TryParse(ReadOnlySpan<char> text, out Ipv4Address value)
    {
        value = default;
        var result = 0u;
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (++parts > 4 || part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0')
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            result = (result << 8) | number;
        }

        value = new(result);
        return parts == 4;
    }
}

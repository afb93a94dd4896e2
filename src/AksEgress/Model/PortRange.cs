using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AksEgress.Model;

/// <summary>Ports as a firewall rule names them: <c>*</c>, one port, or a range.</summary>
public readonly record struct PortRange : IModelValue<PortRange>
{
    private readonly bool _any;

    private PortRange(int first, int last, bool any)
    {
        First = first;
        Last = last;
        _any = any;
    }

    /// <summary><c>*</c>: every port.</summary>
    public static PortRange Any { get; } = new(0, 65535, any: true);

    /// <summary>The lowest port.</summary>
    public int First { get; }

    /// <summary>The highest port, at least the lowest.</summary>
    public int Last { get; }

    /// <summary>True for one port; false for a range and <c>*</c>.</summary>
    public bool IsSingle => First == Last;

    /// <summary>One port, 1 to 65535.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is no port.</exception>
    public static implicit operator PortRange(int port) => FromInt32(port);

    /// <summary>One port, 1 to 65535.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is no port.</exception>
    public static PortRange FromInt32(int port)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        return new(port, port, any: false);
    }

    /// <summary>Reads <c>*</c>, <c>443</c> or <c>8000-8080</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PortRange Parse(string text) => ValueProblem.Parse<PortRange>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out PortRange value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        problem = null;
        value = Any;
        if (text == "*")
        {
            return true;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var last = 0;
        if (!TryParsePort(dash < 0 ? text : text.AsSpan(0, dash), out var first) || (dash >= 0 && !TryParsePort(text.AsSpan(dash + 1), out last)))
        {
            problem = new(ValueDiagnostics.Port, $"'{text}' is not a port. Write '*', a number from 1 to 65535 such as 443, or a range such as 8000-8080.");
            return false;
        }

        if (dash >= 0 && last < first)
        {
            problem = new(ValueDiagnostics.Port, string.Create(CultureInfo.InvariantCulture, $"The range '{text}' ends before it starts, and Azure refuses it. Write {last}-{first}."));
            return false;
        }

        value = new(first, dash < 0 ? first : last, any: false);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        _any ? "*" : First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    /// <summary>Reads one port, 1 to 65535.</summary>
    internal static bool TryParsePort(ReadOnlySpan<char> text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535 && text[0] != '0';
}

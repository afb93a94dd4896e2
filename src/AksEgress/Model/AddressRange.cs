using System.Diagnostics.CodeAnalysis;

namespace AksEgress.Model;

/// <summary>Addresses as a firewall rule names them: <c>*</c>, one address, a prefix, or a range.</summary>
public readonly record struct AddressRange : IModelValue<AddressRange>
{
    private readonly string? _text;

    private AddressRange(Ipv4Address first, Ipv4Address last, string text)
    {
        First = first;
        Last = last;
        _text = text;
    }

    /// <summary><c>*</c>: every address.</summary>
    public static AddressRange Any { get; } = new(Cidr.All.First, Cidr.All.Last, "*");

    /// <summary>The lowest address.</summary>
    public Ipv4Address First { get; }

    /// <summary>The highest address, at least the lowest.</summary>
    public Ipv4Address Last { get; }

    /// <summary>The addresses of a prefix.</summary>
    public static implicit operator AddressRange(Cidr prefix) => FromCidr(prefix);

    /// <summary>One address.</summary>
    public static implicit operator AddressRange(Ipv4Address address) => FromIpv4Address(address);

    /// <summary>The addresses of a prefix.</summary>
    public static AddressRange FromCidr(Cidr prefix) => new(prefix.First, prefix.Last, prefix.ToString());

    /// <summary>One address.</summary>
    public static AddressRange FromIpv4Address(Ipv4Address address) => new(address, address, address.ToString());

    /// <summary>Reads <c>*</c>, <c>10.0.0.1</c>, <c>10.0.0.0/24</c> or <c>10.0.0.1-10.0.0.9</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static AddressRange Parse(string text) => ValueProblem.Parse<AddressRange>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out AddressRange value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        problem = null;
        value = Any;
        if (text == "*")
        {
            return true;
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            var isPrefix = Cidr.TryParse(text, out var prefix, out problem);
            value = prefix;
            return isPrefix;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var last = default(Ipv4Address);
        if (!Ipv4Address.TryParse(dash < 0 ? text : text.AsSpan(0, dash), out var first) || (dash >= 0 && !Ipv4Address.TryParse(text.AsSpan(dash + 1), out last)))
        {
            problem = new(ValueDiagnostics.AddressRange, $"'{text}' is not an address, a prefix or a range. Write '*', 10.0.0.1, 10.0.0.0/24 or 10.0.0.1-10.0.0.9.");
            return false;
        }

        if (dash >= 0 && last.Value < first.Value)
        {
            problem = new(ValueDiagnostics.AddressRange, $"The range '{text}' ends before it starts, and Azure refuses it. Write {last}-{first}.");
            return false;
        }

        value = new(first, dash < 0 ? first : last, text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? First.ToString();
}

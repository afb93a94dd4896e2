using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AksEgress.Model;

/// <summary>What inbound traffic is addressed to: a public frontend of the firewall by its number, or an address.</summary>
public readonly record struct DnatDestination : IModelValue<DnatDestination>
{
    private const string Keyword = "frontend";

    private readonly int _frontendOffset;

    private DnatDestination(Ipv4Address? address, int frontend)
    {
        Address = address;
        _frontendOffset = frontend - 1;
    }

    /// <summary>The address, or null for a frontend.</summary>
    public Ipv4Address? Address { get; }

    /// <summary>The frontend's number from 1, or null for an address.</summary>
    public int? Frontend => Address is null ? _frontendOffset + 1 : null;

    /// <summary>An address: the firewall's private one (not with tier Basic), or a public one that is known.</summary>
    public static implicit operator DnatDestination(Ipv4Address address) => FromIpv4Address(address);

    /// <summary>An address.</summary>
    public static DnatDestination FromIpv4Address(Ipv4Address address) => new(address, 0);

    /// <summary>A frontend by its number, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static DnatDestination OfFrontend(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new(null, number);
    }

    /// <inheritdoc/>
    public static bool TryParse(string text, out DnatDestination value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        problem = null;
        value = OfFrontend(1);
        if (text == Keyword)
        {
            return true;
        }

        if (text.StartsWith(Keyword + "-", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Keyword.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1)
        {
            value = OfFrontend(number);
            return true;
        }

        if (Ipv4Address.TryParse(text.AsSpan(), out var address))
        {
            value = address;
            return true;
        }

        problem = new(ValueDiagnostics.DnatDestination, $"'{text}' is neither a frontend of the firewall nor an address. Write frontend, frontend-2 … or an IPv4 address.");
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Address?.ToString() ?? (_frontendOffset == 0 ? Keyword : string.Create(CultureInfo.InvariantCulture, $"{Keyword}-{_frontendOffset + 1}"));
}

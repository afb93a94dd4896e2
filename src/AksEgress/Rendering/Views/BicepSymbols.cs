using System.Globalization;
using System.Text;

namespace AksEgress.Rendering.Views;

/// <summary>Symbolic names for resources, from their names: <c>aks-subnet</c> becomes <c>aksSubnet</c>.</summary>
internal sealed class BicepSymbols
{
    // Bicep tells upper and lower case apart, readers do not.
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A symbol that is not used yet, ending in the kind of resource, so that it can be no keyword and no other kind's symbol.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="kind">The kind in Pascal case: <c>Subnet</c>.</param>
    public string Create(string name, string kind)
    {
        var symbol = CamelCase(name);
        if (!symbol.EndsWith(kind, StringComparison.OrdinalIgnoreCase) || symbol.Length == kind.Length || !BicepWriter.IsIdentifier(symbol))
        {
            symbol = BicepWriter.IsIdentifier(symbol + kind) ? symbol + kind : char.ToLowerInvariant(kind[0]) + kind[1..] + symbol;
        }

        var unique = symbol;
        for (var i = 2; !_used.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{symbol}{i}");
        }

        return unique;
    }

    private static string CamelCase(string name)
    {
        var symbol = new StringBuilder(name.Length);
        var startsWord = false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                startsWord = symbol.Length > 0;
                continue;
            }

            symbol.Append(symbol.Length == 0 ? char.ToLowerInvariant(c) : startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return symbol.ToString();
    }
}

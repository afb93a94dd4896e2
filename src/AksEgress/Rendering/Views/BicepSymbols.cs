using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AksEgress.Rendering.Views;

/// <summary>Symbolic names for resources, from their names: <c>aks-subnet</c> becomes <c>aksSubnet</c>.</summary>
internal sealed partial class BicepSymbols
{
    // Bicep tells upper and lower case apart, readers do not.
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The next number of each symbol that was wanted before: thousands of equal ones must not be tried from 2 each.</summary>
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A symbol that is not used yet, ending in the kind of resource, so that it can be no keyword and no other kind's symbol.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="kind">The kind in Pascal case: <c>Subnet</c>.</param>
    public string Create(string name, string kind)
    {
        var symbol = CamelCase(name);
        var start = char.ToLowerInvariant(kind[0]) + kind[1..];
        if (LooksSecret().IsMatch(symbol))
        {
            return Take(start);
        }

        if (!symbol.EndsWith(kind, StringComparison.OrdinalIgnoreCase) || symbol.Length == kind.Length || !BicepWriter.IsIdentifier(symbol))
        {
            symbol = BicepWriter.IsIdentifier(symbol + kind) ? symbol + kind : start + symbol;
        }

        return Take(symbol);
    }

    /// <summary>A beginning for symbols that is not used yet: a name that is an identifier itself, or the kind where that would not do.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">The kind in lower case: <c>pool</c>.</param>
    public string CreatePrefix(string name, string kind) => Take(LooksSecret().IsMatch(name) ? kind : name);

    /// <summary>The symbol, with a number behind it where it is used already.</summary>
    public string Take(string wanted)
    {
        if (_used.Add(wanted))
        {
            return wanted;
        }

        var number = _next.GetValueOrDefault(wanted, 2);
        string symbol;
        do
        {
            symbol = string.Create(CultureInfo.InvariantCulture, $"{wanted}{number++}");
        }
        while (!_used.Add(symbol));
        _next[wanted] = number;
        return symbol;
    }

    /// <summary>
    /// The words of Bicep's linter rules <c>secure-secrets-in-params</c> and <c>outputs-should-not-contain-secrets</c>: a parameter or output with one of them is
    /// taken for a secret, whatever it holds. A subnet may be called so nevertheless.
    /// </summary>
    [GeneratedRegex("password|pwd|secret|accountkey|acctkey", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksSecret();

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

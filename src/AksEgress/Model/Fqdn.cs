using System.Diagnostics.CodeAnalysis;

namespace AksEgress.Model;

/// <summary>An exact fully qualified domain name, in lower case, without a trailing dot.</summary>
public readonly record struct Fqdn : IModelValue<Fqdn>
{
    private readonly string? _host;

    private Fqdn(string host) => _host = host;

    /// <summary>Reads <c>ghcr.io</c>. Letters are lowered; a trailing dot is dropped.</summary>
    /// <exception cref="FormatException">The text is not a host name, or has a wildcard.</exception>
    public static Fqdn Parse(string text) => ValueProblem.Parse<Fqdn>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out Fqdn value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        value = default;
        if (text.Contains('*', StringComparison.Ordinal))
        {
            problem = new(ValueDiagnostics.Wildcard, $"'{text}' has a wildcard where an exact host is needed: Azure Firewall resolves it by name. Name the host, or use an application rule.");
            return false;
        }

        var host = Normalize(text);
        if (!IsHost(host))
        {
            problem = new(ValueDiagnostics.Fqdn, $"'{text}' is not a fully qualified domain name. {Hint(host)}");
            return false;
        }

        value = new(host);
        problem = null;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _host ?? "";

    internal static string Normalize(string text) => (text.EndsWith('.') ? text[..^1] : text).ToLowerInvariant();

    internal static string Hint(string host) =>
        host.Contains("://", StringComparison.Ordinal) || host.Contains('/', StringComparison.Ordinal) ? "Write the host only, without scheme or path."
        : host.Contains(':', StringComparison.Ordinal) ? "Write the host only; the port is said by itself."
        : host.All(c => char.IsAsciiDigit(c) || c == '.') ? "It is an address: write it under 'destination' of a network rule."
        : host.Any(c => c > 127) ? "Write internationalised names in their xn-- form."
        : "Write a name such as api.contoso.com.";

    /// <summary>RFC 1123 host with at least two labels, the last one not a number (that would be an address).</summary>
    internal static bool IsHost(ReadOnlySpan<char> host)
    {
        var labels = 0;
        var lastIsNumber = true;
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            lastIsNumber = true;
            foreach (var c in label)
            {
                // Underscores are no host names by the RFC, but DNS and Azure Firewall take them.
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                {
                    return false;
                }

                lastIsNumber &= char.IsAsciiDigit(c);
            }

            labels++;
        }

        return labels >= 2 && !lastIsNumber && host.Length <= 253;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace AksEgress.Model;

/// <summary>
/// Hosts as an application rule names them: an exact name, or a wildcard at the left. <c>*.contoso.com</c> covers subdomains of any depth but
/// not <c>contoso.com</c>; <c>*contoso.com</c> covers <c>evilcontoso.com</c> too; <c>*</c> covers every host.
/// </summary>
public readonly record struct FqdnPattern : IModelValue<FqdnPattern>
{
    private readonly string? _text;

    private FqdnPattern(string text) => _text = text;

    /// <summary><c>*</c>: every host.</summary>
    public static FqdnPattern Any { get; } = new("*");

    /// <summary>True for a pattern with a wildcard.</summary>
    public bool IsWildcard => ToString().StartsWith('*');

    /// <summary>The exact host.</summary>
    public static implicit operator FqdnPattern(Fqdn host) => FromFqdn(host);

    /// <summary>The exact host.</summary>
    public static FqdnPattern FromFqdn(Fqdn host) => new(host.ToString());

    /// <summary>Reads <c>ghcr.io</c>, <c>*.contoso.com</c>, <c>*contoso.com</c> or <c>*</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static FqdnPattern Parse(string text) => ValueProblem.Parse<FqdnPattern>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out FqdnPattern value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        var host = Fqdn.Normalize(text);
        value = new(host);
        problem = null;
        if (text == "*")
        {
            return true;
        }

        if (host.LastIndexOf('*') > 0)
        {
            problem = new(ValueDiagnostics.Wildcard, $"'{text}' has a wildcard that is not at the left: Azure Firewall takes '*' only as the first character, such as *.contoso.com.");
            return false;
        }

        // '*.io' is a wildcard over a top-level domain and valid; its rest has one label only.
        var rest = host.StartsWith('*') ? "a" + host[1..] : host;
        problem = Fqdn.IsHost(rest) ? null : new(ValueDiagnostics.Fqdn, $"'{text}' is not a host. {Fqdn.Hint(host)}");
        return problem is null;
    }

    /// <summary>True when the host is the pattern's, or one that its wildcard covers.</summary>
    public bool Covers(Fqdn host) =>
        IsWildcard ? host.ToString().AsSpan().EndsWith(ToString().AsSpan(1), StringComparison.Ordinal) : host.ToString() == ToString();

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";
}

using System.Diagnostics.CodeAnalysis;

namespace AksEgress.Model;

/// <summary>An FQDN tag: hosts that Microsoft keeps and does not publish, such as <c>AzureKubernetesService</c>. For application rules only.</summary>
public readonly record struct FqdnTag : IModelValue<FqdnTag>
{
    private readonly string? _text;

    private FqdnTag(string text) => _text = text;

    /// <summary>What AKS itself needs.</summary>
    public static FqdnTag AzureKubernetesService { get; } = new("AzureKubernetesService");

    /// <summary>Reads the name of a tag.</summary>
    /// <exception cref="FormatException">The text has not the form of an FQDN tag.</exception>
    public static FqdnTag Parse(string text) => ValueProblem.Parse<FqdnTag>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out FqdnTag value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        var isTag = text.Length is > 0 and <= 80 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') && char.IsAsciiLetter(text[0]);
        value = isTag ? new(text) : default;
        problem = isTag ? null : new(ValueDiagnostics.FqdnTag, $"'{text}' is not an FQDN tag. Write a name such as AzureKubernetesService; hosts go under 'fqdns'.");
        return isTag;
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";
}

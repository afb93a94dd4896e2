using System.Diagnostics.CodeAnalysis;
using AksEgress.Knowledge;

namespace AksEgress.Model;

/// <summary>A service tag: public address prefixes that Microsoft keeps, of one service, maybe of one region: <c>AzureCloud.eastus</c>.</summary>
public readonly record struct ServiceTag : IModelValue<ServiceTag>
{
    private readonly string? _text;

    private ServiceTag(string text) => _text = text;

    /// <summary>The service, without the region. It may have dots of its own: <c>AzureFrontDoor.FirstParty</c>.</summary>
    public string Service => RegionDot is > 0 and var dot ? ToString()[..dot] : ToString();

    /// <summary>The region as the tag spells it, or null.</summary>
    public string? Region => RegionDot is > 0 and var dot ? ToString()[(dot + 1)..] : null;

    // What is behind the last dot is a region, except in a name that Microsoft lists with its dot.
    private int RegionDot => ServiceTags.IsName(ToString()) ? -1 : ToString().LastIndexOf('.');

    /// <summary>Reads <c>AzureMonitor</c> or <c>AzureCloud.eastus</c>.</summary>
    /// <exception cref="FormatException">The text has not the form of a service tag.</exception>
    public static ServiceTag Parse(string text) => ValueProblem.Parse<ServiceTag>(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, out ServiceTag value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        var isTag = IsTag(text);
        value = isTag ? new(text) : default;
        problem = isTag ? null : new(ValueDiagnostics.ServiceTag, $"'{text}' is not a service tag. Write a name such as AzureMonitor, or with a region such as AzureCloud.eastus; hosts go under 'fqdns'.");
        return isTag;
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";

    // A second dot only where the service's own name has one: what else has two is a host.
    private static bool IsTag(string text) =>
        text.Length is > 0 and <= 80 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') && !text.Contains("..", StringComparison.Ordinal)
        && (text.Count(c => c == '.') <= 1 || ServiceTags.HasParts(text[..text.IndexOf('.', StringComparison.Ordinal)]));
}

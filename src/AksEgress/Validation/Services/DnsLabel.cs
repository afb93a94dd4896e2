namespace AksEgress.Validation.Services;

/// <summary>Names of Kubernetes objects (RFC 1123).</summary>
internal static class DnsLabel
{
    /// <summary>The longest label.</summary>
    public const int MaxLength = 63;

    /// <summary>True for 1 to 63 lower-case letters, digits and hyphens, from a letter or digit to a letter or digit.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

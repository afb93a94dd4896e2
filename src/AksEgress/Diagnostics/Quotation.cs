using System.Globalization;

namespace AksEgress.Diagnostics;

/// <summary>
/// How messages quote what somebody wrote. A name may be as long as the document, and stand in a finding about each of its lines: quoted in full, a
/// document of megabytes would make a report of gigabytes.
/// </summary>
internal sealed class Quotation : IFormatProvider, ICustomFormatter
{
    /// <summary>Longer than any host, and than what Azure takes as a name.</summary>
    private const int MaxLength = 256;
    private const int Front = 60;
    private const int Back = 20;

    private static readonly Quotation _instance = new();

    private Quotation()
    {
    }

    /// <summary>The message with the values that it quotes: long ones shortened, numbers independent of the culture.</summary>
    /// <param name="message">The message. A part that is a message of its own (<see cref="FormattableString"/>) is not shortened, what it quotes is.</param>
    public static string Format(FormattableString message) => message.ToString(_instance);

    /// <summary>The text, when it is too long only its beginning and end, with its length.</summary>
    public static string Shorten(string text) => text.Length <= MaxLength
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{WithoutHalf(text.AsSpan(0, Front))}…{WithoutHalf(text.AsSpan(text.Length - Back))} ({text.Length} characters)");

    /// <summary>A part of a message that is made of the library's own facts: not shortened.</summary>
    public static IFormattable Own(string text) => new OwnText(text);

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType!);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "",
        FormattableString part => Format(part),
        IFormattable value => value.ToString(format, CultureInfo.InvariantCulture),
        _ => Shorten(arg.ToString() ?? ""),
    };

    /// <summary>A cut between the two halves of a character would leave text that no encoding can hold.</summary>
    private static ReadOnlySpan<char> WithoutHalf(ReadOnlySpan<char> text) =>
        char.IsHighSurrogate(text[^1]) ? text[..^1] : char.IsLowSurrogate(text[0]) ? text[1..] : text;

    private sealed class OwnText(string text) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => text;
    }
}

using System.Globalization;
using System.Text;

namespace AksEgress.Rendering;

/// <summary>Characters that a reader would not see, that could turn the order of what is read around, or that no document can hold.</summary>
internal static class InvisibleCharacters
{
    /// <summary>True for control and format characters, separators of lines and paragraphs, and what Unicode keeps from being characters.</summary>
    public static bool Contains(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>The form that shows one: <c>\u{202e}</c>.</summary>
    public static string Show(Rune rune) => string.Create(CultureInfo.InvariantCulture, $@"\u{{{rune.Value:x}}}");
}

using System.Globalization;
using AksEgress.Model;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>Text that some language would take for something else than text.</summary>
internal static class NastyText
{
    public static IReadOnlyList<string> Fragments { get; } =
    [
        "'", "''", "'''", "\"", "`", "\\", "\\\\", "\\n", "\\u{41}", "$", "${", "${location}", "$${x}", "$(touch pwned)", "$'x'", "`id`", "{{", "}}", "{{ name }}", "{%", "%}", "{0}", "{", "}",
        "\n", "\r", "\r\n", "\t", "\0", "\u0001", "\u001B[31m", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u200B", "\u200D", "\u200E", "\u200F", "\u202A", "\u202E", "\u2028", "\u2029", "\u2066", "\u2069", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF",
        "#", " #", "# ", ":", ": ", " :", "- ", "? ", "|", ">", "&a", "*a", "!tag", "%YAML", "@", ",", "[", "]", "[[", "]]", "[concat('a')]", "[resourceGroup().location]", "[x", "x]", "--", "---", "...", "//", "/*", "*/",
        "no", "on", "yes", "off", "y", "n", "true", "false", "null", "Null", "~", "", " ", "  ", "1e3", "0x1F", "010", "1_000", "12:30:45", ".inf", ".nan", "1.0", "-1", "+1", "2026-01-01", "=", "<<",
        "param", "resource", "if", "for", "\U000E0001", "\U000E0020", "\U000E0041\U000E007F", "\U0001D173", "\U0001F1E9\U0001F1EA", "𝒳", "\U0010FFFF", "é", "Ü", "ß", "İ", "ı", "中文", "עברית", "👍", "👩‍💻", "e\u0301", "\uD800", "\uDC00", "&", "<", "%", "?", "/", ";", "!", "(", ")", "a b", "x",
    ];

    /// <summary>One to four fragments, or any characters, also those beyond the basic plane.</summary>
    public static Gen<string> Gen { get; } =
        CsCheck.Gen.Frequency(
            (6, CsCheck.Gen.Int[0, Fragments.Count - 1].Select(index => Fragments[index]).Array[1, 4].Select(string.Concat)),
            (1, CsCheck.Gen.String[CsCheck.Gen.Char, 0, 20]),
            (1, CsCheck.Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32).Array[1, 5].Select(string.Concat)),
            (1, CsCheck.Gen.Int[0xE0000, 0xE007F].Select(char.ConvertFromUtf32).Array[1, 5].Select(string.Concat)));

    /// <summary>Every fragment by itself, at the ends of a word, and between brackets, which ARM evaluates.</summary>
    public static IEnumerable<string> All { get; } = [.. Fragments.SelectMany(fragment => (string[])[fragment, fragment + "x", "x" + fragment, $"[{fragment}]"]).Distinct()];

    /// <summary>How often a property is tried: so often, or a hundred times that in the long form of the tests.</summary>
    public static int Iterations(int count) => LongTests.Wanted ? count * 100 : count;

    public static bool IsAccepted(EgressTopology topology) => !topology.Validate().HasErrors;

    /// <summary>Compares without any regard to culture, and shows what nobody could see.</summary>
    public static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) => Assert.Equal(expected.Select(Show), actual.Select(Show));

    public static string Show(string text) =>
        string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"<{(int)c:x4}>")));
}

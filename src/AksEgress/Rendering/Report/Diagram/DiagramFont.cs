using System.Text;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>A font of the picture: the name of its class in the page, and how wide it runs at most, for which fonts of one width are used.</summary>
/// <param name="Name">The class.</param>
/// <param name="TenthsPerColumn">Tenths of a unit that a letter takes.</param>
internal sealed record DiagramFont(string Name, int TenthsPerColumn)
{
    /// <summary>For names.</summary>
    public static DiagramFont Heading { get; } = new("heading", 74);

    /// <summary>For what is said of them.</summary>
    public static DiagramFont Detail { get; } = new("detail", 68);

    /// <summary>The text, or its begin where there is no room for all of it.</summary>
    public string Fit(string text, int width)
    {
        var room = width * 10 / TenthsPerColumn;
        var columns = 0;
        var cut = 0;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += ColumnsOf(rune);
            index += rune.Utf16SequenceLength;
            cut = columns < room ? index : cut;
        }

        return columns <= room ? text : text[..cut] + "…";
    }

    /// <summary>From the Hangul letters on many characters take two columns; an invisible one is shown by its number.</summary>
    private static int ColumnsOf(Rune rune) => InvisibleCharacters.Contains(rune) ? InvisibleCharacters.Show(rune).Length : rune.Value >= 0x1100 ? 2 : 1;
}

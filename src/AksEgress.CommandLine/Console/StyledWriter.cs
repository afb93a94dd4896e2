using Spectre.Console;

namespace AksEgress.CommandLine.Console;

/// <summary>Writes text in colour where there is colour, and the same text without it elsewhere.</summary>
internal sealed class StyledWriter(TextWriter writer, bool hasColor)
{
    public void Write(string text, Tone tone = Tone.Plain)
    {
        if (hasColor && tone != Tone.Plain)
        {
            WriteInColor(text, tone);
        }
        else
        {
            writer.Write(text);
        }
    }

    public void WriteLine(string text = "", Tone tone = Tone.Plain)
    {
        Write(text, tone);
        writer.Write('\n');
    }

    // A method of its own, so that the library is loaded only where it is used.
    private void WriteInColor(string text, Tone tone) =>
        new AnsiWriter(writer, new() { Ansi = true, ColorSystem = ColorSystem.Standard }).Write(text, tone switch
        {
            Tone.Good => new Style(Color.Green),
            Tone.Caution => new Style(Color.Yellow),
            Tone.Bad => new Style(Color.Red),
            Tone.Strong => new Style(decoration: Decoration.Bold),
            _ => new Style(Color.Grey),
        });
}

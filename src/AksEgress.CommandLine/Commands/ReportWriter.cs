using System.Text.Encodings.Web;
using System.Text.Json;
using AksEgress.CommandLine.Console;

namespace AksEgress.CommandLine.Commands;

/// <summary>Writes a report in the form that was asked for.</summary>
internal static class ReportWriter
{
    // What stands in terminals and files needs no escapes for HTML.
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes to standard output.</summary>
    public static void Write(Terminal terminal, string format, Action<TextWriter> text, Action<Utf8JsonWriter> json)
    {
        if (format == OutputFormat.Text)
        {
            text(terminal.Output);
            return;
        }

        using (var writer = new Utf8JsonWriter(terminal.OutputStream, _options))
        {
            json(writer);
        }

        terminal.OutputStream.WriteByte((byte)'\n');
    }
}

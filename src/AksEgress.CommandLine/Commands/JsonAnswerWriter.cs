using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AksEgress.Analysis;

namespace AksEgress.CommandLine.Commands;

/// <summary>Answers for programs: one object, or one a line.</summary>
internal sealed class JsonAnswerWriter(Stream output, bool isIndented) : AnswerWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);

    // What stands in terminals and files needs no escapes for HTML.
    private readonly JsonWriterOptions _options = new() { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override void Write(FlowAnswer answer, int? line = null)
    {
        using (var json = new Utf8JsonWriter(_buffer, _options))
        {
            FlowAnswerJson.Write(json, answer, line);
        }

        _buffer.Write("\n"u8);
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Unicode;
using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>Bytes that should be text.</summary>
internal static class Utf8Text
{
    /// <summary>The place from which on the bytes are not UTF-8, as a finding; null when they are.</summary>
    public static Diagnostic? FindProblem(ReadOnlySpan<byte> utf8, string? file)
    {
        if (Utf8.IsValid(utf8))
        {
            return null;
        }

        var index = 0;
        while (Rune.DecodeFromUtf8(utf8[index..], out _, out var consumed) == OperationStatus.Done)
        {
            index += consumed;
        }

        var good = Encoding.UTF8.GetString(utf8[..index]);
        var line = good.Count(c => c == '\n') + 1;
        var column = good.Length - good.LastIndexOf('\n');
        return DocumentDiagnostics.Encoding.At(new(file, line, column, line, column + 1), "The bytes from here on are not UTF-8. Save the file as UTF-8.");
    }
}

using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace AksEgress.Import;

/// <summary>The texts of JSON, which its reader takes for texts before it looks into them.</summary>
internal static class JsonText
{
    /// <summary>Where the first bytes stand that are no character: no UTF-8, or one half of a pair alone; -1 when there are none.</summary>
    public static int FindNoCharacter(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            for (var at = 0; at < utf8.Length;)
            {
                if (System.Text.Rune.DecodeFromUtf8(utf8[at..], out _, out var length) != OperationStatus.Done)
                {
                    return at;
                }

                at += length;
            }
        }

        // An escape is six bytes: \uD83D. Behind the first half of a pair stands the second.
        for (var at = 0; utf8[at..].IndexOf((byte)'\\') is >= 0 and var next;)
        {
            at += next;
            if (IsHalf(utf8[at..], 0xDC))
            {
                return at;
            }

            if (!IsHalf(utf8[at..], 0xD8))
            {
                at = Math.Min(at + 2, utf8.Length);
            }
            else if (IsHalf(utf8[(at + 6)..], 0xDC))
            {
                at += 12;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsHalf(ReadOnlySpan<byte> utf8, byte first) =>
        utf8.Length >= 6 && utf8[0] == '\\' && utf8[1] == 'u' && byte.TryParse(utf8[2..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && (value & 0xFC) == first;
}

namespace AksEgress.Analysis;

/// <summary>Cuts a stream into lines without holding more than one of them. Of a line that is too long only the beginning is kept.</summary>
internal sealed class LineReader(Stream stream, int maxLength, Action? beforeRead)
{
    private readonly byte[] _block = new byte[64 * 1024];
    private readonly byte[] _line = new byte[maxLength];
    private int _length;

    /// <summary>The lines with their numbers, without their ends. Each is good until the next is asked for.</summary>
    public IEnumerable<(int Number, ReadOnlyMemory<byte> Line)> Lines()
    {
        var number = 1;
        while (Read() is > 0 and var count)
        {
            var start = 0;
            while (_block.AsSpan(start, count - start).IndexOf((byte)'\n') is >= 0 and var end)
            {
                Append(start, end);
                yield return (number++, _line.AsMemory(0, _length));
                _length = 0;
                start += end + 1;
            }

            Append(start, count - start);
        }

        if (_length > 0)
        {
            yield return (number, _line.AsMemory(0, _length));
        }
    }

    private int Read()
    {
        beforeRead?.Invoke();
        return stream.Read(_block);
    }

    private void Append(int start, int count)
    {
        var kept = Math.Min(count, _line.Length - _length);
        _block.AsSpan(start, kept).CopyTo(_line.AsSpan(_length));
        _length += kept;
    }
}

using System.Text;

namespace AksEgress.Compilation;

/// <summary>Reads a process's error stream to its end, so that it never fills up, and keeps the last part.</summary>
internal sealed class ErrorTail : IDisposable
{
    private const int Limit = 2000;

    private readonly StreamReader _stream;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    public ErrorTail(StreamReader stream)
    {
        _stream = stream;
        Read = ReadAsync();
    }

    /// <summary>Ends when the stream has ended or was closed.</summary>
    public Task Read { get; }

    /// <summary>The last part of what was read so far, without blanks around it.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return _text.ToString().Trim();
        }
    }

    public void Dispose() => _stream.Dispose();

    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        try
        {
            int count;
            while ((count = await _stream.ReadAsync(buffer)) > 0)
            {
                lock (_lock)
                {
                    _text.Append(buffer, 0, count);
                    _text.Remove(0, Math.Max(0, _text.Length - Limit));
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Closed under our hands: what came before counts.
        }
    }
}

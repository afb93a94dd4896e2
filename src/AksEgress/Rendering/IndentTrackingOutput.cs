using System.Text;
using Scriban.Runtime;

namespace AksEgress.Rendering;

/// <summary>Collects a template's text and knows how far the line is indented that is being written.</summary>
internal sealed class IndentTrackingOutput : IScriptOutput
{
    private bool _inIndent = true;

    public StringBuilder Text { get; } = new();

    /// <summary>Leading spaces of the current line.</summary>
    public int Indent { get; private set; }

    public void Write(string text, int offset, int count)
    {
        Text.Append(text, offset, count);
        foreach (var c in text.AsSpan(offset, count))
        {
            if (c == '\n')
            {
                Indent = 0;
                _inIndent = true;
            }
            else if (_inIndent && c == ' ')
            {
                Indent++;
            }
            else
            {
                _inIndent = false;
            }
        }
    }

    /// <summary>Says that a value was appended to <see cref="Text"/> directly.</summary>
    public void Wrote() => _inIndent = false;

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }
}

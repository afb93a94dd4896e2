namespace AksEgress.Rendering.Report.Diagram;

/// <summary>A box of the picture that grows with what is written and put into it.</summary>
internal sealed class FigureBox
{
    private const int Padding = 10;
    private const int Inset = 12;
    private const int HeadingHeight = 18;
    private const int DetailHeight = 15;

    private readonly DiagramCanvas _canvas;
    private readonly Action<int> _setHeight;
    private readonly int _textLeft;
    private readonly int _textRight;

    /// <summary>Begins a box.</summary>
    /// <param name="canvas">Where it is drawn.</param>
    /// <param name="kind">What it shows: its class in the page.</param>
    /// <param name="area">Its left end, top and width.</param>
    /// <param name="texts">Between which its texts stay, because lines run beside them. Default: its sides.</param>
    public FigureBox(DiagramCanvas canvas, string kind, (int X, int Y, int Width) area, (int Left, int Right)? texts = null)
    {
        _canvas = canvas;
        (Left, Top, Right) = (area.X, area.Y, area.X + area.Width);
        (_textLeft, _textRight) = texts ?? (Left + Padding, Right - Padding);
        Bottom = Top + (Padding / 2);
        _setHeight = canvas.Box(kind, area.X, area.Y, area.Width);
        Grow(Padding / 2);
    }

    /// <summary>Its left side.</summary>
    public int Left { get; }

    /// <summary>Its right side.</summary>
    public int Right { get; }

    /// <summary>Its upper side.</summary>
    public int Top { get; }

    /// <summary>Its lower side, so far.</summary>
    public int Bottom { get; private set; }

    /// <summary>Half its height.</summary>
    public int Middle => (Top + Bottom) / 2;

    /// <summary>Writes a line that names it.</summary>
    public void Heading(string text) => Write(DiagramFont.Heading, text, HeadingHeight);

    /// <summary>Writes a line of what is said of it.</summary>
    public void Detail(string text) => Write(DiagramFont.Detail, text, DetailHeight);

    /// <summary>Begins a box in it, below all that is there.</summary>
    public FigureBox Inner(string kind) => new(_canvas, kind, (Left + Inset, Bottom, Right - Left - (2 * Inset)));

    /// <summary>Takes a box in that is complete.</summary>
    public void Add(FigureBox inner) => Grow(inner.Bottom - Bottom + Padding);

    private void Write(DiagramFont font, string text, int height)
    {
        _canvas.Text(font, _textLeft, Bottom + height - 9, _textRight - _textLeft, text);
        Grow(height);
    }

    private void Grow(int height)
    {
        Bottom += height;
        _setHeight(Bottom - Top);
    }
}

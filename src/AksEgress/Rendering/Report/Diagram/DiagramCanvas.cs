using System.Globalization;
using Scriban.Runtime;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>Takes what a picture is drawn of. Its unit is about a pixel of a phone's screen.</summary>
internal sealed class DiagramCanvas
{
    /// <summary>The width of every picture: it fits the narrowest phone, and grows with the page.</summary>
    public const int Width = 360;

    private static readonly (string Kind, string Meaning)[] _meanings =
    [
        ("out", "out, through the firewall"),
        ("in", "in, translated by the firewall"),
        ("past", "out, past the firewall"),
    ];

    private readonly List<ScriptObject> _boxes = [];
    private readonly List<ScriptObject> _texts = [];
    private readonly List<ScriptObject> _lines = [];

    /// <summary>Draws a box behind all lines and texts; later ones before earlier ones.</summary>
    /// <returns>Sets its height, once that is known.</returns>
    public Action<int> Box(string kind, int x, int y, int width)
    {
        var box = new ScriptObject { ["class"] = kind, ["x"] = x, ["y"] = y, ["width"] = width };
        _boxes.Add(box);
        return height => box["height"] = height;
    }

    /// <summary>Writes a text from the left.</summary>
    /// <param name="font">The font.</param>
    /// <param name="x">Its left end.</param>
    /// <param name="baseline">Where its letters stand.</param>
    /// <param name="width">The room; what is longer is cut.</param>
    /// <param name="text">The text.</param>
    public void Text(DiagramFont font, int x, int baseline, int width, string text) =>
        _texts.Add(new() { ["class"] = font.Name, ["x"] = x, ["y"] = baseline, ["text"] = font.Fit(text, width) });

    /// <summary>Draws a line with corners.</summary>
    /// <param name="kind">What goes along it.</param>
    /// <param name="head">Where its arrow points; it stands at the line's end.</param>
    /// <param name="points">Its corners.</param>
    public void Line(string kind, ArrowHead head, params ReadOnlySpan<(int X, int Y)> points)
    {
        var path = string.Join(" L", points.ToArray().Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}")));
        var (x, y) = points[^1];
        var (tip, back) = head switch
        {
            ArrowHead.Up => ((x, y), new[] { (x - 5, y + 8), (x + 5, y + 8) }),
            ArrowHead.Down => ((x, y), [(x - 5, y - 8), (x + 5, y - 8)]),
            ArrowHead.Left => ((x, y), [(x + 8, y - 5), (x + 8, y + 5)]),
            ArrowHead.None => ((x, y), [(x, y), (x, y)]),
            _ => ((x, y), [(x - 8, y - 5), (x - 8, y + 5)]),
        };
        _lines.Add(new()
        {
            ["class"] = kind,
            ["path"] = "M" + path,
            ["head"] = string.Create(CultureInfo.InvariantCulture, $"M{tip.x} {tip.y} L{back[0].Item1} {back[0].Item2} L{back[1].Item1} {back[1].Item2} Z"),
        });
    }

    /// <summary>What the template draws.</summary>
    public ScriptObject Draw(int height) => new() { ["width"] = Width, ["height"] = height, ["boxes"] = _boxes, ["lines"] = _lines, ["texts"] = _texts, ["legend"] = Legend() };

    /// <summary>What the lines mean that there are.</summary>
    private List<ScriptObject> Legend() =>
    [
        .. from entry in _meanings
           where _lines.Any(line => Equals(line["class"], entry.Kind))
           select new ScriptObject { ["class"] = entry.Kind, ["text"] = new Prose(entry.Meaning) },
    ];
}

/// <summary>Where an arrow points.</summary>
internal enum ArrowHead
{
    /// <summary>To the top.</summary>
    Up,

    /// <summary>To the bottom.</summary>
    Down,

    /// <summary>To the left.</summary>
    Left,

    /// <summary>To the right.</summary>
    Right,

    /// <summary>There is none: the line joins another.</summary>
    None,
}

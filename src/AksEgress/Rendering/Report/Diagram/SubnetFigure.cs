using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>A subnet with what lies in it.</summary>
internal static class SubnetFigure
{
    private const int MaxLines = 6;
    private const int MaxPublished = 6;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="content">What to draw.</param>
    /// <param name="area">The left end, top and width.</param>
    /// <returns>Its box, and those of what is published from it.</returns>
    public static (FigureBox Subnet, List<FigureBox> Published) Draw(DiagramCanvas canvas, string cluster, SubnetContent content, (int X, int Y, int Width) area)
    {
        var outer = new FigureBox(canvas, "subnet", area);
        outer.Heading(content.Subnet.Name);
        outer.Detail($"{content.Subnet.Prefix} · {Model.DocumentWord.Of(content.Subnet.Role!.Value)}");
        Details(outer, content.Routes);
        if (content.Pools.Count > 0)
        {
            var box = outer.Inner("cluster");
            box.Heading(cluster);
            Details(box, content.Pools);
            outer.Add(box);
        }

        return (outer, Published(content.Published, outer.Inner, outer.Add, outer));
    }

    /// <summary>Draws what is published.</summary>
    /// <param name="published">What to draw.</param>
    /// <param name="begin">Begins a box.</param>
    /// <param name="end">Takes it in.</param>
    /// <param name="around">Takes the number of those that are not drawn; null for nowhere.</param>
    public static List<FigureBox> Published(List<Inbound> published, Func<string, FigureBox> begin, Action<FigureBox> end, FigureBox? around)
    {
        var boxes = new List<FigureBox>();
        foreach (var one in published.Take(MaxPublished))
        {
            var box = begin("service");
            box.Heading(one.Name);
            box.Detail(one.Target);
            box.Detail($"from {one.Frontend}");
            end(box);
            boxes.Add(box);
        }

        if (published.Count > MaxPublished)
        {
            around?.Detail($"and {Count(published.Count - MaxPublished, "more service")}");
        }

        return boxes;
    }

    private static void Details(FigureBox box, List<string> lines)
    {
        foreach (var line in lines.Take(MaxLines))
        {
            box.Detail(line);
        }

        if (lines.Count > MaxLines)
        {
            box.Detail($"and {Number(lines.Count - MaxLines)} more");
        }
    }
}

using AksEgress.Model;
using Scriban.Runtime;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>
/// Draws a topology from top to bottom: the internet, the public addresses, and in the network the firewall and the subnets behind it. What leaves goes up at the left, what comes in goes down at the right.
/// </summary>
internal sealed class TopologyDiagram(EgressTopology topology)
{
    private const int MaxSubnets = 12;
    private const int Gap = 12;

    // From the left: the network's side, what goes past the firewall, what goes to it, the boxes, what comes from it, the network's other side.
    private const int NetworkX = 4;
    private const int PastX = 12;
    private const int ToFirewallX = 22;
    private const int BoxX = 32;
    private const int BoxWidth = 298;
    private const int FromFirewallX = 342;

    // Between the boxes at the top.
    private const int OutX = 270;
    private const int InX = 306;
    private const int LineHeight = 34;

    private static readonly (int Left, int Right) _besideLines = (BoxX + 10, OutX - 10);

    private readonly DiagramCanvas _canvas = new();
    private readonly List<Inbound> _inbound = Inbound.Of(topology);
    private int? _lastEntry;
    private int? _lastPast;

    /// <summary>The picture.</summary>
    public ScriptObject Draw()
    {
        var internet = Box("outside", 4);
        internet.Heading("Internet");
        var edge = Edge(internet.Bottom + LineHeight);
        var network = new FigureBox(_canvas, "network", (NetworkX, edge.Bottom + (LineHeight / 2), DiagramCanvas.Width - (2 * NetworkX)), _besideLines);
        network.Heading(topology.Network.Name!);
        network.Detail(string.Join(", ", topology.Network.AddressSpace));
        network.Detail($"DNS {(topology.Network.DnsServers!.Count == 0 ? "of Azure" : string.Join(", ", topology.Network.DnsServers))}");
        var (subnet, firewall) = FirewallFigure.Draw(_canvas, topology, (BoxX, network.Bottom, BoxWidth), _besideLines);
        network.Add(subnet);
        Connect(internet, edge, firewall);
        Subnets(network, internet, firewall);
        return _canvas.Draw(Outside(network, firewall) + 4);
    }

    private FigureBox Box(string kind, int y) => new(_canvas, kind, (BoxX, y, BoxWidth));

    private FigureBox Edge(int y)
    {
        var frontends = topology.Firewall!.Frontends!;
        var count = frontends.Count!.Value;
        var box = Box("edge", y);
        box.Heading(Count(count, "public address"));
        box.Detail(count == 1 ? frontends.Name! : FormattableString.Invariant($"{frontends.Name} … -{count}"));
        return box;
    }

    private void Connect(FigureBox internet, FigureBox edge, FigureBox firewall)
    {
        _canvas.Line("out", ArrowHead.Up, (OutX, firewall.Top), (OutX, edge.Bottom));
        _canvas.Line("out", ArrowHead.Up, (OutX, edge.Top), (OutX, internet.Bottom));
        _canvas.Text(DiagramFont.Detail, OutX - 28, internet.Bottom + 21, 24, "out");
        if (_inbound.Count > 0)
        {
            _canvas.Line("in", ArrowHead.Down, (InX, internet.Bottom), (InX, edge.Top));
            _canvas.Line("in", ArrowHead.Down, (InX, edge.Bottom), (InX, firewall.Top));
            _canvas.Text(DiagramFont.Detail, InX + 7, internet.Bottom + 21, 16, "in");
        }
    }

    private void Subnets(FigureBox network, FigureBox internet, FigureBox firewall)
    {
        var subnets = topology.Network.Subnets.Where(subnet => subnet.Role != SubnetRole.Firewall).ToList();
        foreach (var subnet in subnets.Take(MaxSubnets))
        {
            var content = SubnetContent.Of(topology, subnet, _inbound);
            var (box, published) = SubnetFigure.Draw(_canvas, topology.Cluster!.Name!, content, (BoxX, network.Bottom, BoxWidth));
            network.Add(box);
            Leave(content, box.Top + 14, internet, firewall);
            Enter(published, firewall);
        }

        if (subnets.Count > MaxSubnets)
        {
            network.Detail($"and {Count(subnets.Count - MaxSubnets, "more subnet")}");
        }
    }

    private void Leave(SubnetContent content, int y, FigureBox internet, FigureBox firewall)
    {
        if (content.Exit == NetworkExit.Firewall)
        {
            _canvas.Line("out", ArrowHead.Right, (BoxX, y), (ToFirewallX, y), (ToFirewallX, firewall.Middle), (firewall.Left, firewall.Middle));
        }
        else if (content.Exit == NetworkExit.Direct && content.Subnet.Role != SubnetRole.FirewallManagement)
        {
            // The second joins the first: dashes that lie on each other would fill each other's gaps.
            _canvas.Line("past", _lastPast is null ? ArrowHead.Right : ArrowHead.None, [(BoxX, y), (PastX, y), .. _lastPast is { } join ? [(PastX, join)] : new[] { (PastX, internet.Middle), (internet.Left, internet.Middle) }]);
            _lastPast = y;
        }
    }

    private void Enter(List<FigureBox> published, FigureBox firewall)
    {
        foreach (var box in published)
        {
            // Here, too: the second goes on where the first turned.
            var turn = _lastEntry ?? firewall.Middle;
            _canvas.Line("in", ArrowHead.Left, [.. _lastEntry is null ? [(firewall.Right, turn)] : Array.Empty<(int, int)>(), (FromFirewallX, turn), (FromFirewallX, box.Middle), (box.Right, box.Middle)]);
            _lastEntry = box.Middle;
        }
    }

    /// <summary>Draws what is published and lies in no subnet, below the network.</summary>
    private int Outside(FigureBox network, FigureBox firewall)
    {
        var bottom = network.Bottom;
        var outside = _inbound.Where(one => one.Address is not { } address || !topology.Network.Subnets.Any(subnet => subnet.Prefix.Contains(address))).ToList();
        Enter(SubnetFigure.Published(outside, kind => Box(kind, bottom + Gap), box => bottom = box.Bottom, around: null), firewall);
        return bottom;
    }
}

using AksEgress.Model;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>The firewall in its subnet.</summary>
internal static class FirewallFigure
{
    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="topology">The topology.</param>
    /// <param name="area">The left end, top and width.</param>
    /// <param name="texts">Between which the subnet's texts stay: lines go up beside them.</param>
    /// <returns>The subnet's box and the firewall's.</returns>
    public static (FigureBox Subnet, FigureBox Firewall) Draw(DiagramCanvas canvas, EgressTopology topology, (int X, int Y, int Width) area, (int Left, int Right) texts)
    {
        var firewall = topology.Firewall!;
        var subnet = topology.Network.Subnets.FirstOrDefault(subnet => subnet.Role == SubnetRole.Firewall);
        var outer = new FigureBox(canvas, "subnet", area, texts);
        outer.Heading(subnet?.Name ?? "AzureFirewallSubnet");
        outer.Detail(subnet?.Prefix.ToString() ?? "");
        if (subnet is not null && SubnetRoutes.TableOf(topology, subnet) is { } table)
        {
            outer.Detail($"route table {table.Name}");
        }

        var box = outer.Inner("firewall");
        box.Heading(firewall.Name!);
        box.Detail($"{firewall.PrivateIpAddress} · {firewall.Tier}");
        box.Detail(firewall.Policy!.Name!);
        var collections = firewall.Policy.RuleCollectionGroups!.SelectMany(group => group.Collections).ToList();
        box.Detail($"{Rules<DnatRuleCollection>(rules => rules.Rules.Count)} DNAT, {Rules<NetworkRuleCollection>(rules => rules.Rules.Count)} network, {Rules<ApplicationRuleCollection>(rules => rules.Rules.Count)} application");
        outer.Add(box);
        return (outer, box);

        string Rules<T>(Func<T, int> count)
            where T : RuleCollection => Number(collections.OfType<T>().Sum(count));
    }
}

using AksEgress.Analysis;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>What a flow leaves the firewall with, and how the answers come back (azure-facts 2.5).</summary>
internal sealed class ReferenceReturns(EgressTopology topology, ReferenceRoutes routes)
{
    private static readonly Cidr[] _private = [.. Limits.Known.PrivateRanges.Cidrs.Select(Cidr.Parse)];

    /// <summary>The firewall's private address to inner ones, of a network rule none; to the Internet any of its public ones.</summary>
    public IEnumerable<string> Egress(Flow flow, ReferenceEnding ending)
    {
        if (ending.Verdict == Verdict.Deny || ending.Stage is FlowStage.Route or FlowStage.Local)
        {
            return [];
        }

        var firewall = topology.Firewall!;
        return ending.Stage == FlowStage.Dnat ? [firewall.PrivateIpAddress.ToString()!]
            : !IsToPrivate(flow) ? Enumerable.Range(1, firewall.Frontends!.Count!.Value).Select(number => firewall.Frontends.Name + (number == 1 ? "" : $"-{number}"))
            : ending.Stage == FlowStage.Network ? [] : [firewall.PrivateIpAddress.ToString()!];
    }

    /// <summary>Asymmetric: from a public load balancer whose nodes have no route for the frontends, and from a subnet whose routes do not lead back to the firewall where the source stayed.</summary>
    public ReturnPath Of(Flow flow, Ipv4Address source, ReferenceEnding ending)
    {
        if (ending.Verdict == Verdict.Deny)
        {
            return ReturnPath.None;
        }

        if (ending.Stage == FlowStage.Dnat)
        {
            var inner = Ipv4Address.Parse(ending.To!.Split(':')[0]);
            var isPublic = !_private.Any(range => range.Contains(inner)) && SubnetOf(inner) is null;
            return isPublic && NodeSubnets().Any(routes.LosesAnswersOfFrontends) ? ReturnPath.Asymmetric : ReturnPath.Symmetric;
        }

        return ending.Stage == FlowStage.Network && IsToPrivate(flow) && SubnetOf((flow.To.Address ?? flow.Address)!.Value) is { } subnet && routes.Back(subnet, source) != Way.Firewall
            ? ReturnPath.Asymmetric
            : ReturnPath.Symmetric;
    }

    private static bool IsToPrivate(Flow flow) => (flow.To.Address ?? flow.Address) is { } address && _private.Any(range => range.Contains(address));

    private Subnet? SubnetOf(Ipv4Address address) => topology.Network.Subnets.FirstOrDefault(subnet => subnet.Prefix.Contains(address));

    private IEnumerable<Subnet> NodeSubnets() => topology.Cluster!.NodePools!.Select(pool => topology.Network.Subnets.First(subnet => subnet.Name.Equals(pool.PodSubnet ?? pool.Subnet, StringComparison.OrdinalIgnoreCase)));
}

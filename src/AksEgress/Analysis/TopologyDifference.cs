using System.Text.Json;
using AksEgress.Analysis.Difference;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>
/// What a change of a topology opens and closes: every flow that becomes something else is in a statement, and no other is. Order and names that change nothing make no statement. Another mode of threat
/// intelligence is a statement about all that Microsoft knows as bad.
/// </summary>
/// <remarks>
/// Compared are flows from the addresses of subnets, and flows from anywhere to the firewall's frontends: whether they pass, by what the firewall sees of them, where a DNAT rule leads them, and under which
/// conditions. Not compared are flows from addresses of no subnet to elsewhere, of pods that nodes hide (they leave as their nodes), and to where no network leads (0.0.0.0/8, 224.0.0.0/3 …); nor the way
/// back, and what Microsoft's lists of bad addresses and its FQDN tags hold. <see cref="EgressBefore"/> and <see cref="EgressAfter"/> tell of the firewall's public addresses as a whole.
/// </remarks>
public sealed class TopologyDifference
{
    private readonly RegionFinder _finder;
    private readonly FrontendDifference _frontends;

    /// <summary>Compares two topologies.</summary>
    /// <param name="before">How it was.</param>
    /// <param name="after">How it is now.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    internal TopologyDifference(EgressTopology before, EgressTopology after, ServiceTagPrefixes? serviceTags)
    {
        var (evaluatorBefore, evaluatorAfter) = (new Evaluation.FlowEvaluator(before, serviceTags), new Evaluation.FlowEvaluator(after, serviceTags));
        _finder = new(before, evaluatorBefore, after, evaluatorAfter);
        _frontends = new(evaluatorBefore, evaluatorAfter, Math.Max(before.Firewall!.Frontends!.Count ?? 1, after.Firewall!.Frontends!.Count ?? 1));
        Regions = _finder.Find();
        var text = new RegionText(before, after, _finder);
        Statements = [.. Regions.Where(region => !region.Change.IsSaidOfHosts).Select(text.Of).Concat(_frontends.Statements(text)).Concat(ThreatDifference.Statements(before.Firewall, after.Firewall)).OrderBy(statement => statement.Kind)];
        (EgressBefore, EgressAfter) = (EgressOf(before), EgressOf(after));
    }

    /// <summary>What became different, worst first.</summary>
    public ValueList<DifferenceStatement> Statements { get; }

    /// <summary>The public addresses that flows left with, by name, behind the prefix that they are of.</summary>
    public ValueList<string> EgressBefore { get; }

    /// <summary>The public addresses that flows leave with now, by name, behind the prefix that they are of.</summary>
    public ValueList<string> EgressAfter { get; }

    /// <summary>True when flows leave with other public addresses than before.</summary>
    public bool IsEgressChanged => !EgressBefore.Equals(EgressAfter);

    /// <summary>True when nothing became different.</summary>
    public bool IsEmpty => Statements.Count == 0 && !IsEgressChanged;

    /// <summary>Writes the difference as text for people: a line for each statement.</summary>
    public void WriteText(TextWriter writer) => DifferenceText.Write(writer, this);

    /// <summary>Writes the difference as one JSON object: empty, statements, egressBefore, egressAfter.</summary>
    public void WriteJson(Utf8JsonWriter json) => DifferenceJson.Write(json, this);

    internal IReadOnlyList<Region> Regions { get; }

    /// <summary>True when a statement is about the flow: the two topologies make something else of it.</summary>
    /// <param name="flow">A flow from one address. Where its host's address is not given, true means for some address.</param>
    /// <exception cref="ArgumentException">The flow comes from a subnet or from any pod.</exception>
    public bool Covers(Flow flow)
    {
        var source = flow.From.Address ?? throw new ArgumentException("Only a flow from one address is of one kind throughout.", nameof(flow));
        return flow.To.Frontend is { } frontend
            ? _frontends.Covers(source, frontend, flow.Protocol, flow.Port)
            : Regions.Any(region => Covers(region, source, flow));
    }

    private bool Covers(Region region, Ipv4Address source, Flow flow) =>
        region.Sources.Contains(source.Value)
        && region.Services.Any(service => service.Protocol == flow.Protocol && service.Ports.Contains((uint)(flow.Protocol == FlowProtocol.Icmp ? 0 : flow.Port)))
        && (flow.To.Host is { } host ? region.Hosts.Contains(_finder.Hosts.Of(host.ToString())) : region.IncludesBare)
        && ((flow.To.Address ?? flow.Address) is { } address ? region.Addresses.Contains(address.Value) : region.Addresses.Overlaps(_finder.PublicAddresses));

    private static ValueList<string> EgressOf(EgressTopology topology)
    {
        var frontends = topology.Firewall!.Frontends!;
        var names = FrontendNames.All(frontends.Name!, frontends.Count ?? 1);
        return [.. frontends.PrefixLength is { } length ? names.Prepend(FormattableString.Invariant($"{frontends.PrefixName}/{length}")) : names];
    }
}

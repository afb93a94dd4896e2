using AksEgress.Analysis.Evaluation;
using AksEgress.Model;

namespace AksEgress.Analysis.Explanation;

/// <summary>What an answer takes for true without being published or given.</summary>
internal sealed class FlowAssumptions
{
    public FlowAssumptions(EgressTopology topology, FlowEvaluator evaluator, Flow flow, IReadOnlyList<FlowCase> cases)
    {
        var all = new List<string>();
        var endings = cases.Select(one => one.Ending).ToList();
        var seesFirewall = endings.Exists(ending => ending.Stage is not (FlowStage.Route or FlowStage.Local));
        if (seesFirewall && topology.Firewall!.ThreatIntelMode == ThreatIntelMode.Deny)
        {
            all.Add($"{flow.To} is not on Microsoft's list of known bad addresses and hosts, which the firewall drops before any rule.");
        }

        if (seesFirewall)
        {
            all.AddRange(evaluator.Firewall.Doubts.Assumed.Select(doubt => doubt + "."));
        }

        var leaves = (flow.To.Address ?? flow.Address) is not { } known || evaluator.PublicAddresses.Contains(known.Value);
        if (flow.Protocol == FlowProtocol.Icmp && leaves && endings.Exists(ending => ending is { Allows: true, Stage: FlowStage.Network }))
        {
            all.Add("Azure Firewall lets ICMP pass to the Internet; Microsoft lists that it did not as a known issue.");
        }

        if (flow.Protocol == FlowProtocol.Icmp)
        {
            all.AddRange(endings.Select(ending => ending.Rule).OfType<CompiledNetworkRule>().Distinct()
                .Where(rule => rule.Rule.Protocols.Contains(RuleProtocol.Icmp) && !rule.Rule.Ports.Contains(PortRange.Any))
                .Select(rule => $"Network rule {rule.Reference} is for ICMP whatever its ports, {string.Join(", ", rule.Rule.Ports)}; Microsoft does not say what they mean to ICMP, which has none."));
        }

        if (flow.To.Host is { } host)
        {
            foreach (var tag in endings.Select(ending => ending.Rule).OfType<CompiledApplicationRule>().SelectMany(rule => rule.Rule.FqdnTags!).Distinct())
            {
                if (evaluator.Firewall.Tags.Find(tag.ToString()).Holds(host.ToString()) == TagMembership.Documented)
                {
                    all.Add(FqdnTagHosts.AssumptionOf(tag, host.ToString()));
                }
            }

            var others = evaluator.Policy.NetworkByHost.Where(rule => !rule.Hosts.Contains(host.ToString()) && rule.MayServe(flow.Protocol, flow.Port)).ToList();
            if (seesFirewall && others.Count > 0)
            {
                all.Add($"{host} has another address than the hosts of network rule {others[0].Reference}{(others.Count > 1 ? FormattableString.Invariant($" and {others.Count - 1} more") : "")}.");
            }

            if (seesFirewall && flow.Address is null)
            {
                all.Add($"{host} has a public address.");
            }
        }

        All = [.. all];
    }

    /// <summary>The assumptions, as sentences.</summary>
    public ValueList<string> All { get; }
}

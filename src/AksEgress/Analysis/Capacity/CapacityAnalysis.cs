using AksEgress.Model;

namespace AksEgress.Analysis.Capacity;

/// <summary>Reckons whether firewall and network are large enough for the cluster.</summary>
internal static class CapacityAnalysis
{
    /// <summary>The report.</summary>
    /// <param name="resolved">The topology, resolved.</param>
    /// <param name="options">What to reckon with.</param>
    public static CapacityReport Report(EgressTopology resolved, CapacityOptions options)
    {
        var leavesByFirewall = resolved.Cluster!.OutboundType == OutboundType.UserDefinedRouting;
        return new()
        {
            Snat = leavesByFirewall ? SnatPorts.Of(resolved, options) : null,
            Limits = [.. LimitUses.Of(resolved)],
            Assumptions = leavesByFirewall ? [.. AssumptionsOf(options)] : ["The cluster does not leave through the firewall, so its connections take no ports there."],
        };
    }

    private static IEnumerable<string> AssumptionsOf(CapacityOptions options)
    {
        yield return FormattableString.Invariant($"Every pod holds {options.ConnectionsPerPod} {(options.ConnectionsPerPod == 1 ? "connection" : "connections")} at once to one and the same destination address, port and protocol; connections to others take no ports from these.");
        if (options.Pods is null)
        {
            yield return "As many pods run as the nodes take at their most, those of an upgrade included.";
        }

        if (options.LeastInstances is null || options.MostInstances is null)
        {
            yield return "The firewall scales by itself, between the fewest and the most instances of its tier.";
        }

        yield return "Connections spread evenly over frontends and instances, which Azure does not promise.";
    }
}

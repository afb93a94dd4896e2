using AksEgress.Analysis;
using Scriban.Runtime;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report;

/// <summary>Whether firewall and network are large enough, and what is used of Azure's limits.</summary>
internal static class CapacityView
{
    /// <summary>Whether they are, in one sentence.</summary>
    public static string Verdict(CapacityReport report) =>
        report.Limits.FirstOrDefault(limit => limit.Headroom < 0) is { } exceeded ? $"More than Azure takes: {exceeded.Name}."
        : report.Snat?.Verdict switch
        {
            null => "The cluster does not leave through the firewall; its ports do not matter.",
            CapacityVerdict.Enough => "The firewall has ports for all pods.",
            CapacityVerdict.EnoughScaledOut => "The firewall has ports for all pods only when it has scaled out.",
            _ => "The firewall has not ports for all pods.",
        };

    /// <summary>How grave that is: a class of the page.</summary>
    public static string Kind(CapacityReport report) => 
        report.IsEnough ? "good" : report.Snat?.Verdict == CapacityVerdict.EnoughScaledOut && report.Limits.All(limit => limit.Headroom >= 0) ? "weak" : "bad";

    /// <summary>The values.</summary>
    public static ScriptObject Of(CapacityReport report) => new()
    {
        ["verdict"] = new Prose(Verdict(report)),
        ["points"] = report.Snat is { } snat ? Points(snat).ToList() : [],
        ["limits"] = report.Limits.Select(Limit).ToList(),
        ["assumptions"] = report.Assumptions.Select(assumption => new Prose(assumption)).ToList(),
    };

    private static IEnumerable<Prose> Points(SnatCapacity snat)
    {
        yield return new($"Ports for source translation to one destination: {Number(snat.LeastPorts)} on {Count(snat.LeastInstances, "instance")}, {Number(snat.MostPorts)} on {Number(snat.MostInstances)}, with {Count(snat.Frontends, "public address")}.");
        yield return new($"The cluster has {Number(snat.LeastNodes)} to {Count(snat.MostNodes, "node")} and up to {Count(snat.Pods, "pod")}, which make {Count(snat.Connections, "connection")} at once to the destination that most go to.");
        yield return new(snat.Advice);
    }

    private static ScriptObject Limit(LimitUse limit) => new()
    {
        ["name"] = new Prose(limit.Name),
        ["subjects"] = Maybe(limit.Subject),
        ["used"] = new Prose(Number(limit.Used)),
        ["most"] = new Prose(Number(limit.Most)),
        ["percent"] = limit.Most == 0 ? 100 : (int)Math.Min(100, limit.Used * 100 / limit.Most),
        ["class"] = limit.Headroom < 0 ? "bad" : "good",
    };
}

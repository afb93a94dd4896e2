using System.Globalization;

namespace AksEgress.Analysis.Capacity;

/// <summary>A capacity report as text.</summary>
internal static class CapacityText
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter writer, CapacityReport report)
    {
        if (report.Snat is { } snat)
        {
            Line(writer, $"ports for source translation: {snat.LeastPorts:N0} (frontends: {snat.Frontends}, instances: {snat.LeastInstances}) to {snat.MostPorts:N0} (instances: {snat.MostInstances})");
            Line(writer, $"nodes: {snat.LeastNodes:N0} to {snat.MostNodes:N0}; pods: up to {snat.Pods:N0}; connections to one destination: {snat.Connections:N0}");
            Line(writer, $"{Word(snat.Verdict)} {snat.Advice}");
        }

        Line(writer, $"limits:");
        foreach (var limit in report.Limits)
        {
            Line(writer, $"  {limit.Name}{(limit.Subject is null ? "" : $" ({limit.Subject})")}: {limit.Used:N0} of {limit.Most:N0}{(limit.Headroom < 0 ? ", TOO MANY" : "")}");
        }

        Line(writer, $"taken for true:");
        foreach (var assumption in report.Assumptions)
        {
            Line(writer, $"  {assumption}");
        }
    }

    private static void Line(TextWriter writer, FormattableString text) => writer.Write(text.ToString(CultureInfo.InvariantCulture) + "\n");

    private static string Word(CapacityVerdict verdict) => verdict switch
    {
        CapacityVerdict.Enough => "Enough.",
        CapacityVerdict.EnoughScaledOut => "Enough only when the firewall has scaled out.",
        _ => "NOT ENOUGH.",
    };
}

using AksEgress.Analysis;
using AksEgress.Analysis.Capacity;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Rendering.Report;

/// <summary>What a report is made of.</summary>
/// <param name="Topology">The topology, resolved and without errors.</param>
/// <param name="Analysis">Answers about it.</param>
/// <param name="Findings">What was found in it.</param>
internal sealed record ReportSource(EgressTopology Topology, EgressAnalysis Analysis, DiagnosticBag Findings)
{
    /// <summary>What the cluster needs, and what covers it. Images are not in the topology.</summary>
    public CoverageReport Coverage { get; } = Analysis.Coverage();

    /// <summary>Whether firewall and network are large enough.</summary>
    public CapacityReport Capacity { get; } = CapacityAnalysis.Report(Topology, new());

    /// <summary>The topology's firewall.</summary>
    public Firewall Firewall => Topology.Firewall!;

    /// <summary>The topology's cluster.</summary>
    public Cluster Cluster => Topology.Cluster!;
}

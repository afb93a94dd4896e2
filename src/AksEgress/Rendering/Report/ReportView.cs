using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Rendering.Report.Diagram;
using Scriban.Runtime;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report;

/// <summary>A report as a page and as Markdown: both say the same.</summary>
internal static class ReportView
{
    /// <summary>The files.</summary>
    public static IEnumerable<TemplateFile> Files(ReportSource source)
    {
        var model = Model(source);
        yield return new("report.html", OutputKind.Report, "report/report.html", model);
        yield return new("report.md", OutputKind.Report, "report/report.md", model);
    }

    private static ScriptObject Model(ReportSource source)
    {
        var topology = source.Topology;
        var rules = new RuleView(source);
        return new()
        {
            ["topology"] = topology.Name,
            ["facts"] = Facts(source),
            ["summary"] = Summary(source, rules),
            ["picture"] = new TopologyDiagram(topology).Draw(),
            ["picture_text"] = PictureText.Of(topology).ToList(),
            ["stages"] = rules.Stages(),
            ["coverage"] = new Prose(CoverageView.Verdict(source.Coverage)),
            ["coverage_sets"] = CoverageView.Sets(source.Coverage),
            ["capacity"] = CapacityView.Of(source.Capacity),
            ["finding_lists"] = FindingView.Lists(source.Findings),
            ["finding_count"] = new Prose(FindingCount(source.Findings)),
        };
    }

    private static List<ScriptObject> Facts(ReportSource source)
    {
        var (topology, firewall, cluster) = (source.Topology, source.Firewall, source.Cluster);
        return
        [
            Fact("Location", topology.Location),
            Fact("Cloud", DocumentWord.Of(topology.Cloud!.Value)),
            Fact("Firewall", $"{firewall.Name} ({firewall.Tier})"),
            Fact("Leaves with", Count(firewall.Frontends!.Count!.Value, "public address")),
            Fact("Cluster", cluster.Name!),
            Fact("Outbound type", DocumentWord.Of(cluster.OutboundType!.Value)),
            Fact("API server", cluster.PrivateCluster == true ? "private" : "public"),
        ];
    }

    /// <summary>What who reads no further should know, with where it stands.</summary>
    private static List<ScriptObject> Summary(ReportSource source, RuleView rules)
    {
        var isClean = !source.Findings.Any(finding => finding.Severity == DiagnosticSeverity.Warning);
        return
        [
            Point("rules", rules.Shadows is { Rules.Count: 0, Unanswered.Count: 0 } ? "good" : "weak", ShadowView.Summary(rules.Shadows)),
            Point("coverage", source.Coverage.IsComplete ? "good" : "bad", CoverageView.Verdict(source.Coverage)),
            Point("capacity", CapacityView.Kind(source.Capacity), CapacityView.Verdict(source.Capacity)),
            Point("findings", isClean ? "good" : "weak", FindingCount(source.Findings)),
        ];
    }

    private static string FindingCount(DiagnosticBag findings)
    {
        var warnings = findings.Count(finding => finding.Severity == DiagnosticSeverity.Warning);
        var parts = new[] { (warnings, "warning"), (findings.Count - warnings, "note"), (findings.Suppressed.Count, "suppressed finding") }.Where(part => part.Item1 > 0).Select(part => Count(part.Item1, part.Item2)).ToList();
        return parts.Count == 0 ? "Nothing was found that is wrong or remarkable." : $"{string.Join(", ", parts)}.";
    }

    private static ScriptObject Fact(string name, string value) => new() { ["name"] = new Prose(name), ["value"] = value };

    private static ScriptObject Point(string section, string kind, string text) => new() { ["href"] = "#" + section, ["class"] = kind, ["text"] = new Prose(text) };
}

using AksEgress.Analysis;
using AksEgress.Model;
using Scriban.Runtime;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report;

/// <summary>What a change opens and closes, for a pull request.</summary>
internal static class DifferenceView
{
    private const int MaxStatements = 100;

    /// <summary>The values.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="topology">The name of the topology.</param>
    public static ScriptObject Model(TopologyDifference difference, string topology) => new()
    {
        ["topology"] = topology,
        ["verdict"] = new Prose(Verdict(difference)),
        ["kinds"] = difference.Statements.GroupBy(statement => statement.Kind).OrderBy(same => same.Key).Select(same => new ScriptObject
        {
            ["title"] = new Prose($"{Title(same.Key)} ({Number(same.Count())})"),
            ["statements"] = same.Take(MaxStatements).Select(Statement).ToList(),
            // A comment on a pull request may have 65,536 characters.
            ["rest"] = same.Count() <= MaxStatements ? [] : (List<Prose>)[new($"And {Number(same.Count() - MaxStatements)} more.")],
        }).ToList(),
        ["egress"] = difference.IsEgressChanged ? (List<ScriptObject>)[new() { ["before"] = Names(difference.EgressBefore), ["after"] = Names(difference.EgressAfter) }] : [],
    };

    private static ScriptObject Statement(DifferenceStatement statement) => new()
    {
        ["from"] = statement.From,
        ["to"] = statement.To,
        ["service"] = statement.Service,
        ["rules"] = Maybe(statement.Rule?.ToString()),
    };

    private static string Verdict(TopologyDifference difference)
    {
        var opened = difference.Statements.Count(statement => statement.Kind <= DifferenceKind.PossiblyAllowed);
        return difference.IsEmpty ? "Nothing changes: every connection becomes what it was before."
            : opened > 0 ? $"This opens something: {Count(opened, "statement")} to look at."
            : difference.Statements.Count > 0 ? "This opens nothing."
            : "What may leave stays as it is, and leaves with other public addresses.";
    }

    private static string Title(DifferenceKind kind) => kind switch
    {
        DifferenceKind.NewlyUninspected => "The firewall sees less of",
        DifferenceKind.NewlyAllowed => "Newly allowed",
        DifferenceKind.PossiblyAllowed => "Perhaps newly allowed",
        DifferenceKind.OtherConditions => "Under other conditions",
        DifferenceKind.NewlyInspected => "The firewall sees more of",
        DifferenceKind.PossiblyDenied => "Perhaps newly denied",
        _ => "Newly denied",
    };

    private static string Names(ValueList<string> names) => names.Count <= 2 ? string.Join(", ", names) : $"{names[0]} … {names[^1]} ({Number(names.Count)})";
}

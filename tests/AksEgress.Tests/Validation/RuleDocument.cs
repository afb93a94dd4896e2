namespace AksEgress.Tests.Validation;

/// <summary>Documents with one collection of rules; the rest is that of the help pages.</summary>
internal static class RuleDocument
{
    /// <summary>The codes of all findings, in the order of their places.</summary>
    public static string Codes(string kind, string rules, string action = "", string rest = "", int priority = 200) =>
        Findings.Codes(Of(kind, rules, action, rest, priority));

    /// <summary>The document. Several rules are divided by line breaks.</summary>
    public static string Of(string kind, string rules, string action = "", string rest = "", int priority = 200) => HelpPage.Complete(
        $"rules:\n  - collection: my-rules\n    kind: {kind}\n    priority: {priority}\n{(action.Length == 0 ? "" : $"    action: {action}\n")}    rules:\n"
        + string.Concat(rules.Split('\n').Select((rule, index) => $"      - {{ name: rule-{index + 1}, {rule} }}\n")) + rest);
}

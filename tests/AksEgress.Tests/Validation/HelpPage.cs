using System.Globalization;
using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

/// <summary>A page of src/AksEgress/Help with its two examples.</summary>
internal sealed partial record HelpPage(string Code, string Title, string? Wrong, string? Right, DateOnly? Today)
{
    /// <summary>What examples leave out. An example's top-level keys replace these; one with a name and a network is a whole document.</summary>
    public const string BaseDocument =
        """
        name: aks-egress
        location: eastus
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
            - { name: ingress-subnet, prefix: 10.42.3.0/24, role: ingress }
        firewall:
          frontends: { count: 2 }
        cluster:
          nodePools: [{ name: system }]
        allow: [aks]
        """;

    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "AksEgress", "Help");

    public static HelpPage Read(string code)
    {
        var text = File.ReadAllText(Path.Combine(Folder, code + ".md"));
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        return new(code, title, Example(text, "Wrong"), Example(text, "Right"), Day().Match(text) is { Success: true } day ? DateOnly.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The example as a document: itself in front, so that its lines keep their numbers, and behind it what it leaves out.</summary>
    public static string Complete(string example)
    {
        var own = TopLevelKey().Matches(example).Select(match => match.Groups[1].Value).ToHashSet();
        return own.Contains("name") && own.Contains("network")
            ? example
            : example + string.Concat(Section().Matches(BaseDocument).Where(section => !own.Contains(section.Groups[1].Value)).Select(section => "\n" + section.Value.TrimEnd()));
    }

    /// <summary>Where the wrong example says that the finding is: the line with the code in a trailing comment, and the text behind the code.</summary>
    public static (int Line, string? Text) Marker(string example, string code)
    {
        var lines = example.Split('\n');
        var line = Assert.Single(Enumerable.Range(0, lines.Length), index => lines[index].Contains("# " + code, StringComparison.Ordinal));
        var comment = lines[line][(lines[line].IndexOf("# " + code, StringComparison.Ordinal) + 2 + code.Length)..];
        return (line + 1, comment.StartsWith(": ", StringComparison.Ordinal) ? comment[2..] : null);
    }

    /// <summary>The text that a span covers.</summary>
    public static string TextAt(string document, SourceSpan span)
    {
        Assert.Equal(span.Line, span.EndLine);
        return document.Split('\n')[span.Line - 1][(span.Column - 1)..(span.EndColumn - 1)];
    }

    private static string? Example(string page, string heading) =>
        Regex.Match(page, $@"^## {heading}\n\n```yaml\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The findings of an example, on the day that the page names.</summary>
    public IReadOnlyList<Diagnostic> FindingsIn(string document) => Findings.In(document, new() { Today = Today });

    [GeneratedRegex("^<AksEgressToday>([0-9]{4}-[0-9-]+)</AksEgressToday>$", RegexOptions.Multiline)]
    private static partial Regex Day();

    [GeneratedRegex(@"^([A-Za-z]+):", RegexOptions.Multiline)]
    private static partial Regex TopLevelKey();

    [GeneratedRegex(@"^([A-Za-z]+):.*\n?(?:^[ -].*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Section();
}

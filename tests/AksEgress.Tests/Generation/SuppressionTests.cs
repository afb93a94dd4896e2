using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Validation;
using CsCheck;

namespace AksEgress.Tests.Generation;

/// <summary>A suppression works in the mapping that it stands in and nowhere else, until its day.</summary>
public sealed class SuppressionTests
{
    private const string Suppress = "suppress: [{ code: AKSE2224, reason: ticket 42 }]";

    [Theory]
    [InlineData("      - { name: a, protocols: [tcp], destination: [AzureMonitr], ports: [443], " + Suppress + " }", "")]
    [InlineData("      - name: a\n        " + Suppress + "\n        protocols: [tcp]\n        destination: [AzureMonitr]\n        ports: [443]", "")]
    [InlineData("      - " + UnknownTags.Rule + "\n    " + Suppress, "")]
    [InlineData("      - " + UnknownTags.Rule, Suppress)]
    [InlineData("      - " + UnknownTags.Rule, "suppress: [{ code: akse2224, reason: ticket 42 }]")]
    public void A_finding_in_the_mapping_is_kept_with_its_reason(string rules, string more)
    {
        var document = UnknownTags.DocumentOf(rules, more);
        var findings = Validate(document);

        Assert.Empty(findings);
        Assert.False(findings.HasErrors);
        var suppressed = Assert.Single(findings.Suppressed);
        Assert.Equal(("AKSE2224", "ticket 42", "AzureMonitr"), (suppressed.Code, suppressed.Justification, HelpPage.TextAt(document, suppressed.Span)));
    }

    /// <summary>Rules in both styles of YAML, in any order, with and without a suppression, each with a comment or an empty line behind it or none.</summary>
    [Fact]
    public void Exactly_the_rules_without_a_suppression_are_reported() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Bool).Array[1, 8].Sample(
            rules =>
            {
                var items = rules.Select((rule, index) => Rule(index, rule.Item1, rule.Item2, rule.Item3, rule.Item4));
                var document = UnknownTags.DocumentOf(string.Join('\n', items));
                var findings = Validate(document);

                Assert.Equal(Tags(suppressed: false), findings.Select(finding => HelpPage.TextAt(document, finding.Span)));
                Assert.Equal(Tags(suppressed: true), findings.Suppressed.Select(finding => HelpPage.TextAt(document, finding.Span)));

                IEnumerable<string> Tags(bool suppressed) => rules.Index().Where(rule => rule.Item.Item2 == suppressed).Select(rule => $"Unknown{(char)('A' + rule.Index)}");
            },
            iter: 300);

    [Fact]
    public void The_innermost_reason_counts_and_none_of_two_is_unused()
    {
        var findings = Validate(UnknownTags.DocumentOf(
            "      - { name: a, protocols: [tcp], destination: [AzureMonitr], ports: [443], suppress: [{ code: AKSE2224, reason: inner }] }",
            "suppress: [{ code: AKSE2224, reason: outer }]"));

        Assert.Empty(findings);
        Assert.Equal("inner", Assert.Single(findings.Suppressed).Justification);
    }

    [Fact]
    public void A_suppression_elsewhere_or_of_another_code_is_unused()
    {
        var elsewhere = Validate(UnknownTags.Document($"firewall: {{ {Suppress} }}"));
        Assert.Equal(["AKSE2224", "AKSE1023"], elsewhere.Select(finding => finding.Code));

        var other = Validate(UnknownTags.Document("suppress: [{ code: AKSE2229, reason: none }]"));
        Assert.Equal(["AKSE2224", "AKSE1023"], other.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("2027-01-30", new string[0])]
    [InlineData("2027-01-31", new string[0])]
    [InlineData("2027-02-01", new[] { "AKSE2224", "AKSE1024" })]
    [InlineData(null, new[] { "AKSE1025" })]
    public void It_works_until_its_day_and_on_it(string? today, string[] codes)
    {
        var options = new DiagnosticOptions { Today = today is null ? null : DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture) };
        var findings = Validate(UnknownTags.Document("suppress: [{ code: AKSE2224, reason: ticket 42, until: 2027-01-31 }]"), options);

        Assert.Equal(codes, findings.Select(finding => finding.Code));
        Assert.Equal(codes.Contains("AKSE2224") ? 0 : 1, findings.Suppressed.Count);
    }

    [Fact]
    public void An_error_cannot_be_suppressed()
    {
        var findings = Validate(UnknownTags.Document("firewall: { frontends: { count: 0, suppress: [{ code: AKSE2201, reason: no }] } }"));

        Assert.Equal(["AKSE2224", "AKSE2201", "AKSE1021"], findings.Select(finding => finding.Code));
        Assert.Empty(findings.Suppressed);
    }

    [Fact]
    public void A_warning_that_was_made_an_error_can_be_suppressed() =>
        Assert.False(Validate(UnknownTags.Document($"severity: {{ AKSE2224: error }}\n{Suppress}"), new() { TreatWarningAsError = _ => true }).HasErrors);

    [Theory]
    [InlineData("suppress: [{ code: AKSE2224 }]", "AKSE1022")]
    [InlineData("suppress: [{ code: AKSE2224, reason: ' ' }]", "AKSE1022")]
    [InlineData("suppress: [{ code: AKSE2224, reason: [] }]", "AKSE1011")]
    [InlineData("suppress: [{ code: AKSE2224, reason: a, until: 31.1.2027 }]", "AKSE1011")]
    [InlineData("suppress: [{ code: AKSE2224, reason: a, untill: 2027-01-31 }]", "AKSE1009")]
    [InlineData("suppress: [{ reason: a }, { code: AKSE2224, reason: a }]", "AKSE1010")]
    [InlineData("suppress: [{ code: AKSE2224, reason: a }, { code: AKSE4003, reason: a }]", "AKSE1023")]
    [InlineData("suppress: [{}, { code: AKSE2224, reason: a }]", "AKSE1010")]
    [InlineData("suppress: [{ code: AKSE2224, reason: a }, { code: akse2224, reason: b }]", "AKSE1026")]
    [InlineData("suppress: [{ code: AKSE2224, reason: a, until: 2027-01-31 }, { code: AKSE2224, reason: b }]", "AKSE1025", "AKSE1026")]
    [InlineData("suppress: AKSE2224", "AKSE2224", "AKSE1011")]
    public void A_mistake_in_a_suppression_is_one_finding(string text, params string[] codes) =>
        Assert.Equal(codes, Findings.In(UnknownTags.Document(text)).Select(finding => finding.Code));

    [Fact]
    public void Beside_what_cannot_be_read_none_is_called_unused() =>
        Assert.Equal(["AKSE1011"], Findings.In(UnknownTags.DocumentOf("      - { name: a, protocols: [tcp], destination: {}, ports: [443] }", Suppress)).Select(finding => finding.Code));

    [Fact]
    public void In_csharp_it_works_for_the_topology()
    {
        var topology = TopologyDocument.Parse(UnknownTags.Document()).Topology!;
        var accepted = topology with { Suppress = [new() { Code = "AKSE2224", Reason = "ticket 42" }] };

        Assert.Empty(accepted.Validate());
        Assert.Equal(accepted, TopologyDocument.Parse(UnknownTags.Document(Suppress)).Topology);
        Assert.Equal(topology.Render(), accepted.Render());
        Assert.Equal(accepted.Validate().Suppressed, accepted.Resolve().Validate().Suppressed);
    }

    private static string Rule(int index, bool isBlock, bool isSuppressed, int trailer, bool suppressFirst)
    {
        var parts = new List<string> { $"name: rule{index}", "protocols: [tcp]", $"destination: [Unknown{(char)('A' + index)}]", "ports: [443]" };
        if (isSuppressed)
        {
            parts.Insert(suppressFirst ? 1 : parts.Count, Suppress);
        }

        var rule = isBlock ? "      - " + string.Join("\n        ", parts) : $"      - {{ {string.Join(", ", parts)} }}";
        return rule + trailer switch { 0 => "", 1 => "\n", _ => "\n      # Comment" };
    }

    private static DiagnosticBag Validate(string document, DiagnosticOptions? options = null)
    {
        var parsed = TopologyDocument.Parse(document, "a.egress.yaml");
        Assert.Empty(parsed.Diagnostics);
        return parsed.Topology!.Validate(options);
    }
}

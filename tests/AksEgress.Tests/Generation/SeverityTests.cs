using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Parsing;
using AksEgress.Tests.Validation;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Tests.Generation;

/// <summary>What the run says comes before what the document says, and that before the code's own severity; errors stay errors.</summary>
public sealed class SeverityTests : IDisposable
{
    private readonly GeneratorFolder _folder = new();

    public static TheoryData<string> Errors => [.. DiagnosticCatalog.All.Where(descriptor => descriptor.Severity == Error).Select(descriptor => descriptor.Code)];

    public static TheoryData<string> Others => [.. DiagnosticCatalog.All.Where(descriptor => descriptor.Severity != Error).Select(descriptor => descriptor.Code)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, null, Warning)]
    [InlineData("none", null, None)]
    [InlineData("info", null, Info)]
    [InlineData("error", null, Error)]
    [InlineData(null, None, None)]
    [InlineData(null, Error, Error)]
    [InlineData("none", Info, Info)]
    [InlineData("error", None, None)]
    [InlineData("error", Warning, Warning)]
    public void The_run_comes_before_the_document(string? inDocument, DiagnosticSeverity? inRun, DiagnosticSeverity expected)
    {
        var document = UnknownTags.Document(inDocument is null ? "" : $"severity: {{ {UnknownTags.Code}: {inDocument} }}");
        var findings = Findings.In(document, Run(inRun));

        Assert.Equal(expected == None ? [] : [(UnknownTags.Code, expected)], findings.Select(finding => (finding.Code, finding.Severity)));
    }

    [Theory]
    [InlineData(null, null, Error)]
    [InlineData("info", Warning, Error)]
    [InlineData("info", null, Info)]
    [InlineData(null, Info, Info)]
    [InlineData("none", null, None)]
    public void A_run_that_takes_warnings_for_errors_does_so_with_what_is_a_warning_in_the_end(string? inDocument, DiagnosticSeverity? inRun, DiagnosticSeverity expected)
    {
        var document = UnknownTags.Document(inDocument is null ? "" : $"severity: {{ {UnknownTags.Code}: {inDocument} }}");
        var findings = Findings.In(document, Run(inRun) with { TreatWarningAsError = code => code == UnknownTags.Code });

        Assert.Equal(expected == None ? [] : [expected], findings.Select(finding => finding.Severity));
        Assert.All(Findings.In(document, Run(inRun) with { TreatWarningAsError = code => code != UnknownTags.Code }), finding => Assert.NotEqual(Error, finding.Severity));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_stays_an_error_and_that_is_said(string code)
    {
        var descriptor = DiagnosticCatalog.Find(code)!;
        foreach (var severity in (DiagnosticSeverity[])[None, Info, Warning])
        {
            var options = new DiagnosticOptions { Severity = new Dictionary<string, DiagnosticSeverity> { [code] = severity } };
            var bag = DiagnosticPolicy.NewBag(options);
            bag.Add(descriptor, SourceSpan.None, "");

            Assert.True(bag.HasErrors);
            Assert.Equal(["AKSE0014"], DiagnosticPolicy.Check(options).Select(finding => finding.Code));
            var word = severity.ToString().ToLowerInvariant();
            var finding = Assert.Single(Findings.In(HelpPage.BaseDocument + $"\nseverity: {{ {code}: {word} }}"));
            Assert.Equal(("AKSE1021", new SourceSpan("a.egress.yaml", 14, 23, 14, 23 + word.Length)), (finding.Code, finding.Span));
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_other_finding_takes_every_severity(string code)
    {
        foreach (var severity in (DiagnosticSeverity[])[None, Info, Warning, Error])
        {
            var bag = DiagnosticPolicy.NewBag(new() { Severity = new Dictionary<string, DiagnosticSeverity> { [code] = severity } });
            bag.Add(DiagnosticCatalog.Find(code)!, SourceSpan.None, "");

            Assert.Equal(severity == None ? [] : [severity], bag.Select(finding => finding.Severity));
            Assert.Equal(severity == Error, bag.HasErrors);
        }
    }

    [Theory]
    [InlineData("AKSE22244", "AKSE2224")]
    [InlineData("AKSE222A", "AKSE2220")]
    [InlineData("AKS2224", "AKSE2224")]
    [InlineData("AKSE2242 ", "AKSE2242")]
    [InlineData("2224", "AKSE2224")]
    [InlineData("akse13", "AKSE0013")]
    [InlineData("AKSE7777", null)]
    [InlineData("CS1591", null)]
    public void A_code_is_suggested_where_one_slip_explains_it(string code, string? meant)
    {
        var finding = Assert.Single(Findings.In(UnknownTags.Document($"severity: {{ {UnknownTags.Code}: none, '{code}': none }}")));

        Assert.Equal("AKSE1020", finding.Code);
        Assert.Contains(meant is null ? "Codes are AKSE and four digits" : $"Did you mean '{meant}' (", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_differ_in_case_are_one_key_twice()
    {
        var document = UnknownTags.Document($"severity: {{ {UnknownTags.Code}: none, {UnknownTags.Code.ToLowerInvariant()}: info }}");

        var finding = Assert.Single(Findings.In(document), finding => finding.Code == "AKSE1008");

        Assert.Equal(UnknownTags.Code.ToLowerInvariant(), HelpPage.TextAt(document, finding.Span));
    }

    [Fact]
    public async Task What_could_not_be_read_of_a_runs_options_is_reported_beside_the_findings()
    {
        var problem = ChoiceDiagnostics.UnreadableOption.At(SourceSpan.None, "off");
        var result = await GenerateAsync(new() { Problems = [problem] }, _folder.Write("a.yaml", UnknownTags.Document()));

        Assert.Equal(["AKSE0015", UnknownTags.Code], result.Diagnostics.Select(finding => finding.Code));
        Assert.Empty(result.Files);
        Assert.Empty(_folder.Outputs);
    }

    [Fact]
    public void A_topology_in_csharp_says_the_same()
    {
        var topology = TopologyDocument.Parse(UnknownTags.Document()).Topology!;

        Assert.Empty((topology with { Severity = [new(UnknownTags.Code, None)] }).Validate());
        Assert.Throws<InvalidTopologyException>(() => (topology with { Severity = [new(UnknownTags.Code, Error)] }).Render());
        Assert.Equal(topology.Render(), (topology with { Severity = [new(UnknownTags.Code, Info)] }).Render());
    }

    [Fact]
    public async Task A_warning_that_the_document_or_the_run_makes_an_error_keeps_the_last_output()
    {
        var document = _folder.Write("a.yaml", UnknownTags.Document());
        Assert.Equal(Warning, Assert.Single((await GenerateAsync(new(), document)).Diagnostics).Severity);
        var before = _folder.Outputs.ToList();
        Assert.NotEmpty(before);

        Assert.Empty((await GenerateAsync(new() { TreatWarningAsError = _ => true }, document)).Files);
        Assert.Equal(before, _folder.Outputs);
        Assert.Empty((await GenerateAsync(Run(Error), document)).Files);
        Assert.Equal(before, _folder.Outputs);
        _folder.Write("a.yaml", UnknownTags.Document($"severity: {{ {UnknownTags.Code}: error }}"));
        Assert.Empty((await GenerateAsync(new(), document)).Files);
        Assert.Equal(before, _folder.Outputs);
        Assert.NotEmpty((await GenerateAsync(Run(Info), document)).Files);
    }

    [Fact]
    public async Task Findings_of_the_run_itself_take_the_severity_of_the_run()
    {
        var options = _folder.Options with { TemplatesDirectory = Path.GetDirectoryName(_folder.Write("templates/nothing.scriban", "")) };
        var document = _folder.Document("a.yaml", "topology");
        var asError = await TopologyGenerator.GenerateAsync(
            [document], options with { Diagnostics = new() { TreatWarningAsError = code => code == "AKSE4003" } }, TestContext.Current.CancellationToken);

        Assert.Equal(("AKSE4003", Error), Assert.Single(asError.Diagnostics.Select(finding => (finding.Code, finding.Severity))));
        Assert.Empty(asError.Files);
    }

    [Fact]
    public async Task Unknown_codes_of_a_run_are_reported_once_whatever_the_number_of_documents()
    {
        var severity = new Dictionary<string, DiagnosticSeverity> { ["AKSE22244"] = None };
        var result = await GenerateAsync(new() { Severity = severity }, _folder.Document("a.yaml", "first"), _folder.Document("b.yaml", "second"));

        var finding = Assert.Single(result.Diagnostics);
        Assert.Equal("AKSE0013", finding.Code);
        Assert.Contains("Did you mean 'AKSE2224'", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(result.Files);
    }

    private static DiagnosticOptions Run(DiagnosticSeverity? severity) => severity is { } chosen
        ? new() { Severity = new Dictionary<string, DiagnosticSeverity>(StringComparer.Ordinal) { [UnknownTags.Code.ToLowerInvariant()] = chosen } }
        : new();

    private Task<GenerationResult> GenerateAsync(DiagnosticOptions options, params string[] documents) =>
        TopologyGenerator.GenerateAsync(documents, _folder.Options with { Diagnostics = options }, TestContext.Current.CancellationToken);
}

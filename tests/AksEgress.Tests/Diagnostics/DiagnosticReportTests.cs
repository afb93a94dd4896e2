using System.Text;
using System.Text.Json.Nodes;
using AksEgress.Diagnostics;
using AksEgress.Parsing;
using AksEgress.Tests.Generation;
using AksEgress.Tests.Infrastructure;
using AksEgress.Tests.Validation;
using CsCheck;
using NJsonSchema;

namespace AksEgress.Tests.Diagnostics;

/// <summary>Text, JSON and SARIF say the same; the SARIF is held against the standard's own schema.</summary>
public sealed class DiagnosticReportTests
{
    private const string Base = "/home/a/repo";

    private static readonly DiagnosticDescriptor _rule = DiagnosticCatalog.Find("AKSE2224")!;

    [Fact]
    public async Task The_log_of_a_document_with_everything_is_valid()
    {
        var log = Sarif(Many());

        Assert.Empty(await ProblemsAsync(log));
        Assert.Contains(Results(log), result => result["fixes"] is not null);
        Assert.Contains(Results(log), result => result["suppressions"] is not null);
        Assert.Equal(["error", "note", "warning"], Results(log).Select(result => (string)result["level"]!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_log_without_findings_is_valid() => Assert.Empty(await ProblemsAsync(Sarif([])));

    [Theory]
    [InlineData("/version", "\"2.2.0\"")]
    [InlineData("/runs/0/results/0/level", "\"fatal\"")]
    [InlineData("/runs/0/results/0/locations/0/physicalLocation/region/startLine", "0")]
    [InlineData("/runs/0/tool/driver/name", "null")]
    public async Task The_schema_finds_what_is_wrong(string pointer, string value)
    {
        var log = Sarif(Many());
        var steps = pointer.Split('/')[1..];
        var parent = steps[..^1].Aggregate((JsonNode)log, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        Assert.NotEmpty(await ProblemsAsync(log));
    }

    [Fact]
    public void A_finding_stands_at_its_region_below_the_root_with_its_rule()
    {
        var finding = _rule.At(new($"{Base}/deploy env/ä#1.egress.yaml", 3, 5, 3, 9), "Write { a: b }.") with { Severity = DiagnosticSeverity.Error, Replacement = "Storage" };
        var log = Sarif([finding]);
        var result = Assert.Single(Results(log));

        Assert.Equal(("AKSE2224", 0, "error", "Write {{ a: b }}."), ((string)result["ruleId"]!, (int)result["ruleIndex"]!, (string)result["level"]!, (string)result["message"]!["text"]!));
        const string artifact = """{"uri":"deploy%20env/%C3%A4%231.egress.yaml","uriBaseId":"%SRCROOT%"}""";
        const string region = """{"startLine":3,"startColumn":5,"endLine":3,"endColumn":9}""";
        Assert.Equal($$$"""[{"physicalLocation":{"artifactLocation":{{{artifact}}},"region":{{{region}}}}}]""", result["locations"]!.ToJsonString());
        Assert.Equal(
            $$$"""[{"artifactLocation":{{{artifact}}},"replacements":[{"deletedRegion":{{{region}}},"insertedContent":{"text":"Storage"}}]}]""",
            result["fixes"]![0]!["artifactChanges"]!.ToJsonString());
        var rule = log["runs"]![0]!["tool"]!["driver"]!["rules"]![0]!;
        Assert.Equal(("AKSE2224", "warning", "A service tag is one that Microsoft lists."), ((string)rule["id"]!, (string)rule["defaultConfiguration"]!["level"]!, (string)rule["shortDescription"]!["text"]!));
        Assert.Equal("A service tag is not in Microsoft's list.", (string)rule["fullDescription"]!["text"]!);
        Assert.Equal(File.ReadAllText(Path.Combine(HelpPage.Folder, "AKSE2224.md")), (string)rule["help"]!["markdown"]!);
    }

    [Fact]
    public void Files_elsewhere_and_findings_without_a_file_have_their_places_too()
    {
        DiagnosticBag findings = [_rule.At(SourceSpan.WholeFile("/home/a/repository/a.yaml"), "a"), _rule.At(SourceSpan.None, "b")];
        var uris = Results(Sarif(findings, $"{Base}/p.csproj")).Select(result => (string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!);

        Assert.Equal(["file:///home/a/repository/a.yaml", "p.csproj"], uris);
        Assert.Null(Results(Sarif(findings))[1]["locations"]);
        Assert.All(Results(Sarif(findings, $"{Base}/p.csproj")), result => Assert.Null(result["locations"]![0]!["physicalLocation"]!["region"]));
    }

    [Fact]
    public void All_three_list_the_same_findings_in_the_same_order()
    {
        var findings = Many();
        using var text = new StringWriter();
        DiagnosticReport.WriteText(text, findings);
        var json = Json(findings);

        Assert.True(findings.Count > 10 && findings.Suppressed.Count > 0);
        var expected = findings.Select(finding => (finding.Code, finding.Span.Line, finding.Span.Column, finding.Message)).ToList();
        Assert.Equal(expected.Select(finding => finding.Message), text.ToString().TrimEnd().Split('\n').Select(line => line.Split(": ", 3)[2]));
        Assert.Equal(expected, json["diagnostics"]!.AsArray().Select(found => ((string)found!["code"]!, (int)found["line"]!, (int)found["column"]!, (string)found["message"]!)));
        var results = Results(Sarif(findings));
        Assert.Equal(expected, results.Take(findings.Count).Select(result => Found(result)));
        Assert.All(results.Take(findings.Count), result => Assert.Null(result["suppressions"]));
        Assert.Equal(findings.Suppressed.Select(finding => finding.Justification), results.Skip(findings.Count).Select(result => (string?)result["suppressions"]![0]!["justification"]));
        Assert.Equal(findings.Suppressed.Select(finding => finding.Justification), json["suppressed"]!.AsArray().Select(found => (string?)found!["justification"]));
    }

    [Fact]
    public void Any_text_comes_back_from_json_and_sarif() =>
        Gen.Select(Gen.String.Select(WellFormed), Gen.String.Select(WellFormed).Where(name => !name.Contains('/', StringComparison.Ordinal) && name.Trim('.').Length > 0 && !name.Contains('\0', StringComparison.Ordinal))).Sample(
            (message, name) =>
            {
                DiagnosticBag findings = [_rule.At(new($"{Base}/{name}", 1, 2, 3, 4), message) with { Replacement = message }];
                var found = Json(findings)["diagnostics"]![0]!;
                Assert.Equal((message, name), ((string)found["message"]!, (string)found["file"]!));

                var result = Results(Sarif(findings))[0];
                Assert.Equal(message, Found(result).Message);
                Assert.Equal(name, Uri.UnescapeDataString((string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!));
                Assert.Equal(message, (string)result["fixes"]![0]!["artifactChanges"]![0]!["replacements"]![0]!["insertedContent"]!["text"]!);
            },
            iter: 2_000);

    [Theory]
    [InlineData("cloud: 'pubilc'")]
    [InlineData("firewal: {}")]
    [InlineData("severity: { AKSE2224: wraning }")]
    public void A_fix_mends_what_it_is_about(string mistake)
    {
        var document = mistake + "\n" + HelpPage.BaseDocument.Replace("firewall:\n  frontends: { count: 2 }\n", "", StringComparison.Ordinal);
        var finding = Assert.Single(Findings.In(document), finding => finding.Replacement is not null);

        var fixedLine = mistake[..(finding.Span.Column - 1)] + finding.Replacement + mistake[(finding.Span.EndColumn - 1)..];
        Assert.Empty(Findings.In(fixedLine + document[mistake.Length..]));
    }

    private static DiagnosticBag Many()
    {
        var mistakes = UnknownTags.DocumentOf(
            string.Join('\n', Enumerable.Range(0, 9).Select(i => $"      - {{ name: r{i}, protocols: [tcp], destination: [Nobody{(char)('A' + i)}], ports: [443] }}")),
            """
            firewall: { frontends: { count: 0 }, zones: [7] }
            cluster: { nodePools: [{ name: Bad }] }
            severity: { AKSE222: info, AKSE2229: info }
            services: [{ name: s, ports: [], suppress: [{ code: AKSE2224, reason: elsewhere }] }]
            suppress: [{ code: AKSE1, reason: a }, { code: AKSE2229, reason: 'known {0}', until: 2027-01-31 }]
            """).Replace("allow: [aks]", "cloud: china\nallow: [aks, defender]", StringComparison.Ordinal) + "\ncluter: {}\n";
        var parsed = TopologyDocument.Parse(mistakes, $"{Base}/a.egress.yaml");
        var findings = parsed.Validate();
        return [.. findings, .. findings.Suppressed];
    }

    private static (string Code, int Line, int Column, string Message) Found(JsonNode result)
    {
        var region = result["locations"]![0]!["physicalLocation"]!["region"]!;
        var message = ((string)result["message"]!["text"]!).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        return ((string)result["ruleId"]!, (int)region["startLine"]!, (int)region["startColumn"]!, message);
    }

    private static List<JsonNode> Results(JsonObject log) => [.. log["runs"]![0]!["results"]!.AsArray().OfType<JsonNode>()];

    private static JsonObject Sarif(DiagnosticBag findings, string? defaultFile = null) => Read(stream => DiagnosticReport.WriteSarif(stream, findings, Base, defaultFile));

    private static JsonObject Json(DiagnosticBag findings) => Read(stream => DiagnosticReport.WriteJson(stream, findings, Base));

    private static JsonObject Read(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        Assert.Equal((byte)'\n', stream.ToArray()[^1]);
        Assert.DoesNotContain((byte)'\r', stream.ToArray());
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(JsonObject log) =>
        (await JsonSchema.FromFileAsync(Repository.SarifSchema, TestContext.Current.CancellationToken)).Validate(log.ToJsonString()).Select(problem => problem.ToString());

    /// <summary>Halves of characters are no text, and no encoding can hold them.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}

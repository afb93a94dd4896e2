using System.Text.RegularExpressions;
using AksEgress.Tests.Infrastructure;
using AksEgress.Tests.Parsing;
using AksEgress.Tests.Validation.Firewalls;

namespace AksEgress.Tests.Validation;

/// <summary>The examples of the help pages are the main test of the rules: what a page shows is what users get.</summary>
public sealed class HelpPageTests
{
    /// <summary>Findings that no document of a page can show, with the tests that show them.</summary>
    private static readonly Dictionary<string, string> _notInDocuments = new()
    {
        ["AKSE1002"] = nameof(DocumentBoundsTests.Bytes_that_are_not_utf8_are_reported_where_they_stand),
        ["AKSE1003"] = nameof(DocumentBoundsTests.A_document_above_four_mebibytes_is_not_read),
        ["AKSE1004"] = nameof(DocumentBoundsTests.Nesting_ends_after_64_levels),
        ["AKSE1013"] = nameof(DocumentBoundsTests.An_empty_document_is_reported),
        ["AKSE1017"] = nameof(IncludeTests.Includes_end_after_16_levels),
        ["AKSE1018"] = nameof(IncludeTests.Text_that_is_in_no_file_includes_nothing),
        ["AKSE1030"] = nameof(EnvironmentTests.There_are_at_most_64),
        ["AKSE1031"] = nameof(EnvironmentTests.One_that_is_not_there_is_a_finding),
        ["AKSE2314"] = nameof(Routes.RouteCountTests.A_table_ends_at_400_routes),
        ["AKSE2012"] = nameof(CSharpTopologyTests.A_value_at_its_types_default_is_reported),
        ["AKSE2241"] = nameof(PolicyLimitTests.Pairs_of_source_and_destination),
        ["AKSE2242"] = nameof(PolicyLimitTests.Bytes_of_a_group),
        ["AKSE2243"] = nameof(PolicyLimitTests.Groups),
        ["AKSE2244"] = nameof(PolicyLimitTests.Collections),
        ["AKSE2245"] = nameof(PolicyLimitTests.Hosts_of_network_rules),
    };

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];

    public static TheoryData<string> CodesOfDocuments => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(IsOfADocument)];

    public static TheoryData<string> CodesOfDocumentsOrTopologies => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(code => code[4] is '1' or '2')];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_with_its_title(string code)
    {
        var descriptor = DiagnosticCatalog.All.Single(candidate => candidate.Code == code);
        Assert.Equal($"# {code}: {descriptor.Title}", HelpPage.Read(code).Title);
    }

    [Theory]
    [MemberData(nameof(CodesOfDocumentsOrTopologies))]
    public void A_page_has_both_examples_or_says_why_not(string code)
    {
        var page = HelpPage.Read(code);
        Assert.Equal(_notInDocuments.ContainsKey(code) ? (false, false) : (true, true), (page.Wrong is not null, page.Right is not null));
    }

    [Fact]
    public void Every_page_is_of_a_code_of_the_library_or_of_the_build()
    {
        var pages = Directory.GetFiles(HelpPage.Folder, "AKSE*").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        var ofTheBuild = Directory.EnumerateFiles(Repository.PathOf("src", "AksEgress.MSBuild"), "*.targets", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "Code=\"(AKSE[0-9]{4})\"").Select(match => match.Groups[1].Value + ".md"));

        Assert.Equal(DiagnosticCatalog.All.Select(descriptor => descriptor.HelpPage).Concat(ofTheBuild).Distinct().Order(StringComparer.Ordinal), pages!);
    }

    [Theory]
    [MemberData(nameof(CodesOfDocuments))]
    public void The_wrong_example_has_this_finding_alone_where_it_says(string code)
    {
        var page = HelpPage.Read(code);
        var example = page.Wrong!;
        var document = HelpPage.Complete(example);

        var finding = Assert.Single(page.FindingsIn(document));

        var (line, text) = HelpPage.Marker(example, code);
        Assert.Equal((code, line), (finding.Code, finding.Span.Line));
        if (text is not null)
        {
            Assert.Equal(text, HelpPage.TextAt(document, finding.Span));
        }
    }

    [Theory]
    [MemberData(nameof(CodesOfDocuments))]
    public void The_right_example_has_no_finding(string code)
    {
        var page = HelpPage.Read(code);
        Assert.Empty(page.FindingsIn(HelpPage.Complete(page.Right!)));
    }

    [Fact]
    public void The_document_behind_the_examples_has_no_finding() => Assert.Empty(Findings.In(HelpPage.BaseDocument));

    private static bool IsOfADocument(string code) => code[4] is '1' or '2' && !_notInDocuments.ContainsKey(code);
}

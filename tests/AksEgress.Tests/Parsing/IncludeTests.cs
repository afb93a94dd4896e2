using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Validation;

namespace AksEgress.Tests.Parsing;

/// <summary>Rules that documents share.</summary>
public sealed class IncludeTests
{
    private readonly Dictionary<string, string> _files = [];

    [Fact]
    public void What_is_included_comes_first_in_the_order_of_the_includes()
    {
        _files["shared/a.rules.yaml"] = "include: [../b.rules.yaml]\nallow: [ghcr]\nrules: [{ collection: a, kind: application, priority: 200, rules: [] }]";
        _files["b.rules.yaml"] = "allow: [docker-hub]\nrules: [{ collection: b, kind: network, priority: 300, rules: [] }]";
        _files["c.rules.yaml"] = "allow: [{ https: [c.contoso.com] }]";

        var topology = Read("include: [shared/a.rules.yaml, c.rules.yaml, b.rules.yaml]\nallow: [aks]\nrules: [{ collection: d, kind: dnat, priority: 100, rules: [] }]").Topology!;

        Assert.Equal(["DockerHub", "Ghcr", "c.contoso.com", "Aks"], topology.Allow!.Select(entry => entry.Set?.ToString() ?? entry.Https![0].ToString()));
        Assert.Equal(["b", "a", "d"], topology.Rules!.Select(collection => collection.Name));
        Assert.Equal(["docs/b.rules.yaml", "docs/shared/a.rules.yaml", "docs/shared/a.rules.yaml", "docs/shop.egress.yaml"], [.. topology.Allow!.Take(2).Select(entry => entry.Origin.Span.File), topology.Rules![1].Origin.Span.File, topology.Allow![3].Origin.Span.File]);
    }

    [Fact]
    public void The_included_files_are_named() => Assert.Equal(
        ["docs/a.rules.yaml", "missing.rules.yaml"],
        Read("include: [a.rules.yaml, x/../../missing.rules.yaml]", ("a.rules.yaml", "allow: [aks]")).IncludedFiles);

    [Theory]
    [InlineData("allow: [akz]", "AKSE1012", "(1,9,1,12)")]
    [InlineData("network: {}", "AKSE1009", "(1,1,1,8)")]
    [InlineData("name: a", "AKSE1009", "(1,1,1,5)")]
    [InlineData("rules: {}", "AKSE1011", "(1,8,1,10)")]
    [InlineData("- aks", "AKSE1011", "(1,1,1,1)")]
    [InlineData("# nothing", "AKSE1013", "")]
    [InlineData("allow: [", "AKSE1001", "(1,9,1,9)")]
    [InlineData("allow: [{ https: [a_b..contoso.com] }]", "AKSE2006", "(1,19,1,35)")]
    public void Findings_stand_in_the_included_file_and_have_no_consequences(string text, string code, string place)
    {
        var finding = Assert.Single(Read("include: [a.rules.yaml]", ("a.rules.yaml", text)).Validate());

        Assert.Equal((code, "docs/a.rules.yaml" + place), (finding.Code, finding.Span.ToString()));
    }

    [Fact]
    public void Rules_judge_what_is_included_where_it_stands()
    {
        var finding = Assert.Single(Read("include: [a.rules.yaml]\nallow: [aks]", ("a.rules.yaml", "\nallow:\n  - ghcr\n  - { name: a }\n")).Validate());

        Assert.Equal(("docs/a.rules.yaml", 4), (finding.Span.File, finding.Span.Line));
    }

    [Theory]
    [InlineData("[missing.rules.yaml]", "AKSE1015", 11, 29)]
    [InlineData("['']", "AKSE1014", 11, 13)]
    [InlineData("[\"a\\0.yaml\"]", "AKSE1014", 11, 21)]
    [InlineData("[https://contoso.com/a.rules.yaml]", "AKSE1014", 11, 43)]
    [InlineData("[C:/a.rules.yaml]", "AKSE1014", 11, 26)]
    [InlineData("[/a.rules.yaml]", "AKSE1014", 11, 24)]
    [InlineData("[shared\\a.rules.yaml]", "AKSE1014", 11, 30)]
    [InlineData("[a.rules.yaml, ./a.rules.yaml]", "AKSE1019", 25, 39)]
    [InlineData("[shop.egress.yaml]", "AKSE1016", 11, 27)]
    [InlineData("[../docs/shop.egress.yaml]", "AKSE1016", 11, 35)]
    [InlineData("a.rules.yaml", "AKSE1011", 10, 22)]
    public void A_mistake_is_one_finding_at_the_entry(string include, string code, int column, int endColumn)
    {
        var finding = Assert.Single(Read($"include: {include}", ("a.rules.yaml", "allow: [aks]")).Validate(), finding => finding.Code != "AKSE2240");

        Assert.Equal((code, new SourceSpan("docs/shop.egress.yaml", 1, column, 1, endColumn)), (finding.Code, finding.Span));
    }

    [Fact]
    public void A_cycle_is_told_with_its_way_at_the_include_that_closes_it()
    {
        var finding = Assert.Single(Read("include: [a.rules.yaml]", ("a.rules.yaml", "include: [x/b.rules.yaml]"), ("x/b.rules.yaml", "include: [../a.rules.yaml]")).Validate());

        Assert.Equal(("AKSE1016", "docs/x/b.rules.yaml(1,11,1,26)"), (finding.Code, finding.Span.ToString()));
        Assert.Contains("a.rules.yaml → b.rules.yaml → a.rules.yaml", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Includes_end_after_16_levels()
    {
        for (var i = 1; i <= 17; i++)
        {
            _files[$"{i}.rules.yaml"] = i < 17 ? $"include: [{i + 1}.rules.yaml]\nallow: [aks]" : "allow: [aks]";
        }

        Assert.Equal("docs/16.rules.yaml: AKSE1017", string.Join(", ", Read("include: [1.rules.yaml]").Diagnostics.Select(finding => $"{finding.Span.File}: {finding.Code}")));
        Assert.Empty(Read("include: [2.rules.yaml]").Diagnostics);
    }

    [Fact]
    public void All_files_together_have_at_most_four_mebibytes()
    {
        _files["a.rules.yaml"] = _files["b.rules.yaml"] = "allow: [aks] #" + new string('x', TopologyDocument.MaxSize / 2);
        _files["c.rules.yaml"] = "#" + new string('x', TopologyDocument.MaxSize);

        Assert.Equal([("AKSE1003", 25)], Read("include: [a.rules.yaml, b.rules.yaml, c.rules.yaml]").Validate().Select(finding => (finding.Code, finding.Span.Column)));
        Assert.Equal([("AKSE1003", 11)], Read("include: [c.rules.yaml]").Validate().Select(finding => (finding.Code, finding.Span.Column)));
    }

    [Fact]
    public void Text_that_is_in_no_file_includes_nothing()
    {
        Assert.Equal("AKSE1018", Assert.Single(TopologyDocument.Parse(HelpPage.Complete("include: [a.rules.yaml]"), "<stdin>").Validate()).Code);
        Assert.Equal("AKSE1018", Assert.Single(TopologyDocument.Parse(HelpPage.Complete("include: [a.rules.yaml]"), null, Open).Validate()).Code);
    }

    [Theory]
    [InlineData("allow: [{ suppress: [{ code: AKSE2237, reason: Old. }], https: [security.ubuntu.com] }]\n")]
    [InlineData("suppress: [{ code: AKSE2237, reason: Old. }]\nallow: [{ https: [security.ubuntu.com] }]\n")]
    public void A_suppression_works_where_it_stands_and_in_no_other_file(string text)
    {
        const string own = "include: [a.rules.yaml]\nallow:\n  - aks\n  - { https: [security.ubuntu.com] }";
        Assert.Equal(2, Read(own, ("a.rules.yaml", "allow: [{ https: [security.ubuntu.com] }]")).Validate().Count(finding => finding.Code == "AKSE2237"));

        var findings = Read(own, ("a.rules.yaml", text)).Validate();

        Assert.Equal(("AKSE2237", "docs/shop.egress.yaml"), (Assert.Single(findings).Code, findings.Single().Span.File));
        Assert.Equal("Old.", Assert.Single(findings.Suppressed).Justification);
    }

    [Fact]
    public void A_suppression_that_another_document_may_need_is_not_in_vain() =>
        Assert.Empty(Read("include: [a.rules.yaml]\nallow: [aks]", ("a.rules.yaml", "suppress: [{ code: AKSE2237, reason: Old. }]\nallow: [ghcr]")).Validate());

    [Fact]
    public async Task The_reader_of_sources_finds_files_beside_the_document()
    {
        using var folder = new Compilation.TemporaryFolder();
        var document = folder.Write("docs/shop.egress.yaml", HelpPage.Complete("include: [../shared/a.rules.yaml, ../shared]"));
        folder.Write("shared/a.rules.yaml", "allow: [ghcr]");
        await using var reader = new TopologySourceReader();

        var source = await reader.ReadAsync(document, "docs/shop.egress.yaml", TestContext.Current.CancellationToken);
        var folderIncluded = Assert.Single((await reader.ReadAsync(document, cancellationToken: TestContext.Current.CancellationToken)).Diagnostics);

        Assert.Equal("AKSE1015", Assert.Single(source.Diagnostics).Code);
        Assert.Contains("It is a folder. Name a file.", folderIncluded.Message, StringComparison.Ordinal);
        Assert.Equal(EndpointSet.Ghcr, source.Document!.Readable!.Allow![0].Set);
    }

    [Fact]
    public async Task A_folder_that_links_to_itself_has_no_other_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a privilege there.");
        using var folder = new Compilation.TemporaryFolder();
        var document = folder.Write("shop.egress.yaml", HelpPage.Complete("include: [a.rules.yaml, loop/b.rules.yaml]\nallow: [aks]"));
        folder.Write("a.rules.yaml", "include: [loop/loop/b.rules.yaml]\nallow: [ghcr]");
        folder.Write("b.rules.yaml", "allow: [docker-hub]");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), ".");
        await using var reader = new TopologySourceReader();

        var source = await reader.ReadAsync(document, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(source.Diagnostics);
        Assert.Equal([EndpointSet.DockerHub, EndpointSet.Ghcr, EndpointSet.Aks], source.Topology!.Allow!.Select(entry => entry.Set));

        folder.Write("b.rules.yaml", "include: [loop/a.rules.yaml]\nallow: [docker-hub]");
        Assert.Equal("AKSE1016", Assert.Single((await reader.ReadAsync(document, cancellationToken: TestContext.Current.CancellationToken)).Diagnostics).Code);
    }

    private TopologyDocument Read(string document, params IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            _files[path] = text;
        }

        return TopologyDocument.Parse(HelpPage.Complete(document), "docs/shop.egress.yaml", Open);
    }

    private MemoryStream Open(string path) => _files.TryGetValue(path, out var text) ? new(Encoding.UTF8.GetBytes(text)) : throw new FileNotFoundException();
}

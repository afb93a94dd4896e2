using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress validate</c>.</summary>
public sealed class ValidateTests : IDisposable
{
    // A warning: nothing of what nodes need is allowed.
    private static readonly string _warned = Folder.Document().Replace("allow: [aks]", "allow: [ghcr]", StringComparison.Ordinal);
    private static readonly string _wrong = Folder.Document(more: "alow: [ghcr]");

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_document_gives_0_and_no_output()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        var result = (await _folder.RunAsync("validate")).Exits(0);

        Assert.Empty(result.Output);
        Assert.Equal("1 document(s): 0 error(s), 0 warning(s), 0 info(s)\n", result.Error);
    }

    [Fact]
    public async Task Findings_are_printed_as_compilers_print_them_and_give_1()
    {
        _folder.Write("shop.egress.yaml", _wrong);
        var result = (await _folder.RunAsync("validate", "shop.egress.yaml")).Exits(1);

        Assert.StartsWith("shop.egress.yaml(9,1,9,5): error AKSE1009: The key 'alow' means nothing here. Did you mean 'allow'?", Assert.Single(result.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_searched_but_not_what_builds_write()
    {
        _folder.Write("a/one.egress.yaml", Folder.Document("one", "alow: [ghcr]"));
        _folder.Write("a/b/two.egress.yaml", Folder.Document("two", "alow: [ghcr]"));
        _folder.Write("a/bin/three.egress.yaml", _wrong);
        _folder.Write("a/.hidden/four.egress.yaml", _wrong);
        _folder.Write("five.egress.yaml", _wrong);

        Assert.Equal(["a/b/two", "a/one", "five"], (await _folder.RunAsync("validate")).Exits(1).Lines.Select(Name).Order(StringComparer.Ordinal));
        Assert.Equal(["a/b/two", "a/one"], (await _folder.RunAsync("validate", "a", "a/one.egress.yaml")).Exits(1).Lines.Select(Name).Order(StringComparer.Ordinal));

        static string Name(string line) => line[..line.IndexOf(".egress", StringComparison.Ordinal)].Replace('\\', '/');
    }

    [Fact]
    public async Task Folders_that_link_to_themselves_are_searched_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a privilege there.");
        _folder.Write("shops/shop.egress.yaml", Folder.Document());
        _folder.Write("templates/bicep/more.bicep.scriban", "");
        foreach (var link in (string[])["shops/a", "templates/bicep/b"])
        {
            Directory.CreateSymbolicLink(_folder.PathOf(link), "..");
        }

        Assert.StartsWith("1 document(s)", (await _folder.RunAsync("validate", "shops")).Exits(0).Error, StringComparison.Ordinal);
        Assert.Single((await _folder.RunAsync("build", "shops", "--templates", "templates", "--arm", "false")).Error.Split('\n'), line => line.Contains("There is no template", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_comes_from_standard_input() =>
        Assert.StartsWith("<stdin>(9,1,9,5): error", (await _folder.RunWithInputAsync(_wrong, ["validate", "-"])).Exits(1).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("missing.egress.yaml")]
    [InlineData("--no-such-option")]
    [InlineData("--fromat", "json")]
    [InlineData("--fromat=json")]
    [InlineData("-x")]
    [InlineData("--severity", "AKSE2252=grave")]
    [InlineData("--severity", "AKSE2252")]
    [InlineData("--today", "tomorrow")]
    [InlineData("--format", "xml")]
    [InlineData("empty")]
    public async Task Bad_input_gives_2(params string[] arguments)
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));
        _folder.Write("shop.egress.yaml", Folder.Document());

        Assert.NotEmpty((await _folder.RunAsync(["validate", .. arguments])).Exits(2) is var result ? result.Error : "");
    }

    [Fact]
    public async Task Two_topologies_of_one_name_are_an_error()
    {
        _folder.Write("a.egress.yaml", Folder.Document());
        _folder.Write("b.egress.yaml", Folder.Document());

        var line = Assert.Single((await _folder.RunAsync("validate")).Exits(1).Lines);
        Assert.StartsWith("b.egress.yaml(1,7,1,11): error AKSE0002: 'a.egress.yaml' describes a topology named 'shop' already", line, StringComparison.Ordinal);
        Assert.Contains("AKSE0002", (await _folder.RunAsync("build", "--arm", "false")).Exits(1).Error, StringComparison.Ordinal);
        (await _folder.RunAsync("validate", "a.egress.yaml")).Exits(0);
    }

    [Fact]
    public async Task Severities_of_the_command_come_before_those_of_documents()
    {
        _folder.Write("shop.egress.yaml", _warned + "severity: { AKSE2252: none }\n");
        (await _folder.RunAsync("validate")).Exits(0);
        Assert.Contains("warning AKSE2252", (await _folder.RunAsync("validate", "--severity", "AKSE2252=warning")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("info AKSE2252", (await _folder.RunAsync("validate", "--severity", "AKSE2252=info")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("error AKSE2252", (await _folder.RunAsync("validate", "--severity", "AKSE2252=warning", "--warnings-as-errors")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("warning AKSE0013", (await _folder.RunAsync("validate", "--severity", "AKSE9999=info")).Exits(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppressions_end_by_the_day_that_is_given()
    {
        _folder.Write("shop.egress.yaml", _warned + "suppress: [{ code: AKSE2252, reason: 'a proxy has them', until: 2027-01-31 }]\n");

        (await _folder.RunAsync("validate", "--today", "2027-01-31")).Exits(0);
        Assert.Contains("AKSE1024", (await _folder.RunAsync("validate", "--today", "2027-02-01")).Exits(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_sarif_name_files_relative_to_folder_and_repository()
    {
        Directory.CreateDirectory(_folder.PathOf(".git"));
        _folder.Write("infra/shop.egress.yaml", _wrong);

        var json = (await _folder.RunAsync("validate", "infra", "--format", "json")).Exits(1).Json;
        Assert.Equal("infra/shop.egress.yaml", json.GetProperty("diagnostics")[0].GetProperty("file").GetString());
        var sarif = (await _folder.RunAsync("validate", "infra", "--format", "sarif")).Exits(1);
        Assert.Equal("2.1.0", sarif.Json.GetProperty("version").GetString());
        Assert.Contains("\"infra/shop.egress.yaml\"", sarif.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colour_is_for_terminals()
    {
        _folder.Write("shop.egress.yaml", _wrong);

        Assert.DoesNotContain('\e', (await _folder.RunAsync("validate")).Output);
        Assert.Contains("\e[", (await _folder.RunWithInputAsync("", ["validate"], hasColor: true)).Output, StringComparison.Ordinal);
    }
}

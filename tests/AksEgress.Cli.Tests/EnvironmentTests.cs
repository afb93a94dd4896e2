using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>Documents with environments and included files, and how commands name them.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private const string Environments = "environments: { dev: { stage: test }, prod: { stage: live } }\ninclude: [shared/partners.rules.yaml]\n";

    private readonly Folder _folder = new();

    public EnvironmentTests()
    {
        _folder.Write("shared/partners.rules.yaml", "allow: [{ https: ['${stage}.contoso.com'] }]\n");
        _folder.Write("shop.egress.yaml", Environments + Folder.Document("shop-${environment}"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_is_about_one_environment()
    {
        (await _folder.RunAsync("explain", "shop.egress.yaml#dev", "test.contoso.com")).Exits(0);
        (await _folder.RunAsync("explain", "shop.egress.yaml#prod", "test.contoso.com")).Exits(1);
        Assert.Contains("shop.egress.yaml#dev", (await _folder.RunAsync("explain", "shop.egress.yaml", "test.contoso.com")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("shop.egress.yaml#dev", (await _folder.RunAsync("report", "shop.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("shop.egress.yaml: error AKSE1031: There is no environment 'prd'. Did you mean 'prod'?", (await _folder.RunAsync("explain", "shop.egress.yaml#prd", "a.contoso.com")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("AKSE1031", (await _folder.RunAsync("validate", "shop.egress.yaml#prd")).Exits(2).Output, StringComparison.Ordinal);
        Assert.StartsWith("# Egress of `shop-prod`", (await _folder.RunAsync("report", "shop.egress.yaml#prod", "--format", "markdown")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environments_are_compared() => Assert.Contains(
        "test.contoso.com", (await _folder.RunAsync("diff", "shop.egress.yaml#prod", "shop.egress.yaml#dev")).Exits(1).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_called_so_comes_first()
    {
        _folder.Write("shop.egress.yaml#dev", Folder.Document("other"));

        Assert.Contains("`other`", (await _folder.RunAsync("report", "shop.egress.yaml#dev", "--format", "markdown")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_has_environments_too()
    {
        var document = "environments: { dev: {}, prod: {} }\n" + Folder.Document("shop-${environment}");

        Assert.Contains("`shop-prod`", (await _folder.RunWithInputAsync(document, ["report", "-#prod", "--format", "markdown"])).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_writes_all_and_one_leaves_the_others()
    {
        (await _folder.RunAsync("build", "-o", "out", "--arm", "false")).Exits(0);
        Assert.True(Directory.Exists(_folder.PathOf("out/shop-dev")));
        (await _folder.RunAsync("build", "-o", "out", "--arm", "false", "shop.egress.yaml#prod")).Exits(0);
        Assert.Equal([".aks-egress-outputs", "shop-dev", "shop-prod"], Directory.EnumerateFileSystemEntries(_folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        _folder.Write("shop.egress.yaml", "environments: { prod: { stage: live } }\ninclude: [shared/partners.rules.yaml]\n" + Folder.Document("shop-${environment}"));
        (await _folder.RunAsync("build", "-o", "out", "--arm", "false")).Exits(0);
        Assert.False(Directory.Exists(_folder.PathOf("out/shop-dev")));
    }

    [Fact]
    public async Task A_folder_takes_an_environment_for_all_its_documents()
    {
        _folder.Write("infra/a.egress.yaml", "environments: { dev: {}, prod: {} }\n" + Folder.Document("a-${environment}"));
        (await _folder.RunAsync("build", "-o", "out", "--arm", "false", "infra#prod")).Exits(0);
        Assert.Equal([".aks-egress-outputs", "a-prod"], Directory.EnumerateFileSystemEntries(_folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        _folder.Write("infra/b.egress.yaml", Folder.Document("b"));
        Assert.StartsWith(Path.Combine("infra", "b.egress.yaml") + ": error AKSE1031", (await _folder.RunAsync("validate", "infra#prod")).Exits(2).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_in_the_name_of_a_folder_is_none() =>
        Assert.StartsWith("C#/shop.egress.yaml: error AKSE0001", (await _folder.RunAsync("validate", "C#/shop.egress.yaml")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task One_environment_does_not_warn_of_what_another_needs()
    {
        _folder.Write("shop.egress.yaml", "environments: { dev: { stage: test, h: security.ubuntu.com }, prod: { stage: live, h: a.contoso.com } }\n"
            + Folder.Document("shop-${environment}", "rules: [{ collection: c, kind: application, priority: 200, rules: [{ name: r, fqdns: ['${h}', '${stage}.contoso.com'], protocols: [https], suppress: [{ code: AKSE2237, reason: Old. }] }] }]"));

        Assert.Empty((await _folder.RunAsync("validate", "shop.egress.yaml#prod")).Exits(0).Output);
    }

    [Fact]
    public async Task Findings_in_an_included_file_are_told_once()
    {
        _folder.Write("other.egress.yaml", Environments.Replace("stage: test", "stage: '*'", StringComparison.Ordinal) + Folder.Document("other-${environment}"));
        _folder.Write("one.egress.yaml", Environments.Replace("live", "'*'", StringComparison.Ordinal) + Folder.Document("one-${environment}"));
        _folder.Write("shared/partners.rules.yaml", "allow: [akz, { https: ['${stage}'] }]\n");

        var lines = (await _folder.RunAsync("validate", "shop.egress.yaml", "other.egress.yaml", "one.egress.yaml")).Exits(1).Lines;

        foreach (var finding in (string[])["(1,9,1,12): error AKSE1012", "(1,24,1,34): warning AKSE2708"])
        {
            Assert.Single(lines, line => line.StartsWith(Path.Combine("shared", "partners.rules.yaml") + finding, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_schema_of_rules() =>
        Assert.Equal("AksEgress rules (*.rules.yaml)", (await _folder.RunAsync("schema", "--kind", "rules")).Exits(0).Json.GetProperty("title").GetString());
}

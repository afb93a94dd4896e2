using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress build</c>.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_the_files_and_prints_them()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        var result = (await _folder.RunAsync("build", "-o", "out", "--arm", "false")).Exits(0);

        Assert.Contains(Path.Combine("out", "shop", "main.bicep"), result.Lines);
        Assert.All(result.Lines, file => Assert.True(File.Exists(_folder.PathOf(file)), file));
        Assert.Equal(["shop"], Directory.EnumerateFileSystemEntries(_folder.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Json_has_files_and_findings()
    {
        _folder.Write("shop.egress.yaml", Folder.Document().Replace("allow: [aks]", "allow: [ghcr]", StringComparison.Ordinal));
        var json = (await _folder.RunAsync("build", "--arm", "false", "--format", "json")).Exits(1).Json;

        Assert.Contains(json.GetProperty("files").EnumerateArray(), file => file.GetProperty("path").GetString() == "egress/shop/main.bicep" && file.GetProperty("kind").GetString() == "Bicep");
        Assert.Contains(json.GetProperty("diagnostics").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "AKSE2252");
    }

    [Fact]
    public async Task With_an_error_nothing_is_written()
    {
        _folder.Write("shop.egress.yaml", Folder.Document(more: "alow: [ghcr]"));
        var result = (await _folder.RunAsync("build", "--arm", "false")).Exits(1);

        Assert.StartsWith("shop.egress.yaml(9,1,9,5): error AKSE1009", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(Directory.Exists(_folder.PathOf("egress/shop")));
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_gives_2() => (await _folder.RunAsync("build", "missing.egress.yaml", "--arm", "false")).Exits(2);

    [Fact]
    public async Task A_bicep_cli_that_is_wanted_but_missing_is_an_error()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());

        Assert.Contains("AKSE410", (await _folder.RunAsync("build", "--arm", "true", "--bicep", "no-such-bicep")).Exits(1).Error, StringComparison.Ordinal);
    }
}

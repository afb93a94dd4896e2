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
        Assert.Equal([".aks-egress-outputs", "shop"], Directory.EnumerateFileSystemEntries(_folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Json_has_files_and_findings()
    {
        _folder.Write("shop.egress.yaml", Folder.Document().Replace("allow: [aks]", "allow: [ghcr]", StringComparison.Ordinal));
        var json = (await _folder.RunAsync("build", "--arm", "false", "--format", "json")).Exits(0).Json;

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
    public async Task What_no_document_makes_any_more_is_removed()
    {
        const string Service = "publish: [{ service: shop, port: 80, targetPort: 8080 }]";
        _folder.Write("shop.egress.yaml", Folder.Document(more: Service));
        _folder.Write("old.egress.yaml", Folder.Document("old"));
        (await _folder.RunAsync("build", "-o", "out/", "--arm", "false")).Exits(0);
        _folder.Write("out/old/mine.txt", "mine");
        _folder.Write("out/hand/main.bicep", "mine");
        Assert.NotEmpty(Directory.EnumerateFiles(_folder.PathOf("out/shop/kubernetes")));

        // What a run is not about stays, as does everything when a document is wrong.
        (await _folder.RunAsync("build", "shop.egress.yaml", "-o", "out", "--arm", "false")).Exits(0);
        _folder.Write("shop.egress.yaml", Folder.Document(more: "alow: [ghcr]"));
        (await _folder.RunAsync("build", "-o", "out", "--arm", "false")).Exits(1);
        Assert.True(File.Exists(_folder.PathOf("out/old/main.bicep")));

        _folder.Write("shop.egress.yaml", Folder.Document());
        File.Delete(_folder.PathOf("old.egress.yaml"));
        var result = (await _folder.RunAsync("build", "-o", "out/", "--arm", "false", "--format", "json")).Exits(0);

        Assert.False(Directory.Exists(_folder.PathOf("out/shop/kubernetes")));
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(_folder.PathOf("out/old")).Select(Path.GetFileName));
        Assert.True(File.Exists(_folder.PathOf("out/hand/main.bicep")));
        Assert.Contains("out/old/main.bicep", result.Json.GetProperty("removed").EnumerateArray().Select(file => file.GetString()));
    }

    [Fact]
    public async Task A_topology_that_is_renamed_leaves_no_folder()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        (await _folder.RunAsync("build", "--arm", "false")).Exits(0);
        _folder.Write("shop.egress.yaml", Folder.Document("store"));

        Assert.Contains("removed", (await _folder.RunAsync("build", "--arm", "false")).Exits(0).Error, StringComparison.Ordinal);
        Assert.Equal(["store"], Directory.EnumerateDirectories(_folder.PathOf("egress")).Select(Path.GetFileName));
        Assert.Empty((await _folder.RunAsync("build", "--arm", "false")).Exits(0).Error);
    }

    [Fact]
    public async Task What_we_did_not_write_is_never_removed()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        (await _folder.RunAsync("build", "--arm", "false")).Exits(0);
        _folder.Write("egress/shop/main.bicep", "changed");
        _folder.Write("precious.txt", "precious");
        var list = await File.ReadAllLinesAsync(_folder.PathOf("egress/.aks-egress-outputs"), TestContext.Current.CancellationToken);
        _folder.Write("egress/.aks-egress-outputs", string.Join('\n', [.. list, "0123456789abcdef ../precious.txt\tgone.yaml", "nonsense", list[1].Replace("shop/", "../egress/../", StringComparison.Ordinal)]));
        _folder.Write("shop.egress.yaml", Folder.Document("store"));

        Assert.Contains("left there, as somebody changed it", (await _folder.RunAsync("build", "--arm", "false")).Exits(0).Error, StringComparison.Ordinal);
        Assert.Equal(["main.bicep"], Directory.EnumerateFileSystemEntries(_folder.PathOf("egress/shop")).Select(Path.GetFileName));
        Assert.True(File.Exists(_folder.PathOf("precious.txt")));
    }

    [Fact]
    public async Task What_lies_behind_a_link_is_never_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a privilege there.");
        _folder.Write("shop.egress.yaml", Folder.Document());
        (await _folder.RunAsync("build", "--arm", "false")).Exits(0);
        Directory.Move(_folder.PathOf("egress/shop/modules"), _folder.PathOf("modules"));
        Directory.CreateSymbolicLink(_folder.PathOf("egress/shop/modules"), _folder.PathOf("modules"));
        File.Move(_folder.PathOf("egress/shop/main.bicep"), _folder.PathOf("main.bicep"));
        File.CreateSymbolicLink(_folder.PathOf("egress/shop/main.bicep"), _folder.PathOf("main.bicep"));
        var modules = Directory.GetFiles(_folder.PathOf("modules"));
        _folder.Write("shop.egress.yaml", Folder.Document("store"));

        Assert.Contains("left there, as somebody changed it", (await _folder.RunAsync("build", "--arm", "false")).Exits(0).Error, StringComparison.Ordinal);
        Assert.NotEmpty(modules);
        Assert.Equal(modules, Directory.GetFiles(_folder.PathOf("modules")));
        Assert.Equal(["main.bicep", "modules"], Directory.EnumerateFileSystemEntries(_folder.PathOf("egress/shop")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
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

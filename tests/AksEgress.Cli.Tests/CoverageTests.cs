using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress coverage</c> and <c>aks-egress capacity</c>.</summary>
public sealed class CoverageTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sample_is_covered_and_enough()
    {
        var coverage = (await _folder.RunAsync("coverage", Folder.Walkthrough, "--manifest", Path.Combine(Path.GetDirectoryName(Folder.Walkthrough)!, "store-demo.yaml"))).Exits(0);
        Assert.Equal("Everything that the cluster needs is covered.", coverage.Lines[^1]);
        Assert.Contains("Enough. Nothing to add.", (await _folder.RunAsync("capacity", Folder.Walkthrough)).Exits(0).Lines);
    }

    [Fact]
    public async Task What_is_missing_gives_1()
    {
        _folder.Write("pod.yaml", "kind: Pod\nspec: { containers: [{ image: quay.io/a/b }] }\n");

        Assert.Contains("Write: allow:", (await _folder.RunAsync("coverage", Folder.Walkthrough, "--manifest", "pod.yaml")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("depends   nvidia.github.io", (await _folder.RunAsync("coverage", Folder.Walkthrough, "--feature", "gpu")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("NOT ENOUGH", (await _folder.RunAsync("capacity", Folder.Walkthrough, "--connections-per-pod", "1000000")).Exits(1).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coverage", "--manifest", "none.yaml")]
    [InlineData("coverage", "--manifest", ".")]
    [InlineData("coverage", "--feature", "none")]
    [InlineData("capacity", "--pods", "-1")]
    [InlineData("capacity", "--least-instances", "0")]
    [InlineData("capacity", "--most-instances", "51")]
    [InlineData("capacity", "--least-instances", "6", "--most-instances", "5")]
    [InlineData("capacity", "--connections-per-pod", "-1")]
    public async Task Bad_input_gives_2(string command, params string[] options) => (await _folder.RunAsync([command, Folder.Walkthrough, .. options])).Exits(2);

    [Fact]
    public async Task Ports_that_are_enough_only_after_scaling_out_give_1()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        string[] command = ["capacity", "shop.egress.yaml", "--pods", "5000"];

        Assert.Contains("Enough only when the firewall has scaled out.", (await _folder.RunAsync(command)).Exits(1).Output, StringComparison.Ordinal);
        (await _folder.RunAsync([.. command, "--least-instances", "3"])).Exits(0);
    }

    [Fact]
    public async Task Manifests_come_from_files_folders_and_standard_input()
    {
        static string Pod(string image) => $"kind: Pod\nspec: {{ containers: [{{ image: {image}.example/a }}] }}\n";
        _folder.Write("one.yaml", Pod("one"));
        _folder.Write("two.yaml", Pod("two"));
        _folder.Write("deploy/b.yml", Pod("three"));
        _folder.Write("deploy/a/c.json", """{"kind":"Pod","spec":{"containers":[{"image":"four.example/a"}]}}""");
        _folder.Write("deploy/readme.md", "no manifest");
        string[] command = ["coverage", Folder.Walkthrough, "--format", "json", "--manifest", "one.yaml", "two.yaml", "deploy", "--manifest", "-"];
        var images = (await _folder.RunWithInputAsync(Pod("five"), command)).Exits(1).Json.GetProperty("images").EnumerateArray();

        Assert.Equal(["docker", "five", "four", "one", "three", "two"], images.Select(image => image.GetProperty("registry").GetString()!.Split('.')[0]).Order());
        Assert.Contains("Standard input is either", (await _folder.RunAsync("coverage", "-", "--manifest", "-")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read_whole_gives_2_and_the_report()
    {
        _folder.Write("pod.yaml", "kind: Pod\nspec: { containers: [{ image: ghcr.io/a/b }] }\n---\na: [\n");
        var result = (await _folder.RunAsync("coverage", Folder.Walkthrough, "--manifest", "pod.yaml")).Exits(2);

        Assert.Contains("pod.yaml", result.Error, StringComparison.Ordinal);
        Assert.Contains("ghcr.io", result.Output, StringComparison.Ordinal);
        Assert.Equal("Not all manifests could be read; their images may be missing.", result.Lines[^1]);
    }

    [Theory]
    [InlineData("coverage", "complete")]
    [InlineData("capacity", "enough")]
    public async Task Json(string command, string key)
    {
        using var json = System.Text.Json.JsonDocument.Parse((await _folder.RunAsync(command, Folder.Walkthrough, "--format", "json")).Exits(0).Output);

        Assert.True(json.RootElement.GetProperty(key).GetBoolean());
    }
}

using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress shadow</c>.</summary>
public sealed class ShadowTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_walkthrough_allows_the_AKS_tag_twice()
    {
        var result = (await _folder.RunAsync("shadow", Folder.Walkthrough)).Exits(1);

        Assert.Contains("allow-application/aks-tag never matches", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json()
    {
        using var json = System.Text.Json.JsonDocument.Parse((await _folder.RunAsync("shadow", Folder.Walkthrough, "--format", "json")).Exits(1).Output);

        Assert.False(json.RootElement.GetProperty("clean").GetBoolean());
        Assert.Equal("dead", json.RootElement.GetProperty("rules")[0].GetProperty("kind").GetString());
    }
}

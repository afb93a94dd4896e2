using System.Text.Json;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>What other targets and tools see of the package.</summary>
public sealed class IntegrationTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    [Fact]
    public async Task The_target_returns_every_output_with_kind_and_topology()
    {
        var project = restored.Generated();
        var run = (await project.GenerateAsync("-getTargetResult:AksEgressGenerate")).Succeeded();

        using var json = JsonDocument.Parse(run.Output);
        var items = json.RootElement.GetProperty("TargetResults").GetProperty("AksEgressGenerate").GetProperty("Items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("RelativePath").GetString()!);
        Assert.Equal(project.Files("bin/Debug/net10.0/egress").Keys, items.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Bicep", items["aks-egress/modules/network.bicep"].GetProperty("Kind").GetString());
        Assert.Equal("BicepParam", items["aks-egress/main.bicepparam"].GetProperty("Kind").GetString());
        Assert.Equal("Report", items["aks-egress/report.html"].GetProperty("Kind").GetString());
        Assert.Equal("Report", items["aks-egress/report.md"].GetProperty("Kind").GetString());
        Assert.Equal("Script", items["aks-egress/deploy.sh"].GetProperty("Kind").GetString());
        Assert.All(items.Values, item => Assert.Equal("aks-egress", item.GetProperty("Topology").GetString()));
        Assert.All(items.Values, item => Assert.True(File.Exists(item.GetProperty("FullPath").GetString())));
    }

    [Fact]
    public async Task Editors_and_watchers_see_the_documents()
    {
        var project = restored.Generated();
        var run = (await project.RunAsync(["msbuild", "-getItem:UpToDateCheckInput,UpToDateCheckOutput,Watch,None,AvailableItemName"])).Succeeded();

        using var json = JsonDocument.Parse(run.Output);
        IEnumerable<string?> Identities(string item) =>
            json.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray().Select(i => i.GetProperty("Identity").GetString());
        Assert.Contains("a.egress.yaml", Identities("UpToDateCheckInput"));
        Assert.Contains("a.egress.yaml", Identities("Watch"));
        Assert.Contains("AksEgressTopology", Identities("AvailableItemName"));
        Assert.DoesNotContain("a.egress.yaml", Identities("None"));
        Assert.Contains(Assert.Single(Directory.GetFiles(project.PathOf("obj/Debug/net10.0/egress"), "outputs.*.txt")), Identities("UpToDateCheckOutput"));
    }

    [Fact]
    public async Task Design_time_builds_do_nothing()
    {
        var project = restored.Generated();
        project.Write("a.egress.yaml", "not good");

        (await project.RunAsync(["msbuild", "-t:Compile;AksEgressGenerate", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"])).Succeeded();
    }

    [Fact]
    public async Task Default_items_can_be_switched_off()
    {
        var project = restored.Generated();
        (await project.GenerateAsync("-p:EnableDefaultAksEgressItems=false")).Succeeded();

        Assert.Empty(project.Files("bin/Debug/net10.0/egress"));
    }

    [Fact]
    public async Task Build_check_finds_nothing_in_our_targets()
    {
        string[] checks = ["BC0101", "BC0102", "BC0103", "BC0104", "BC0105", "BC0106", "BC0107", "BC0201", "BC0202", "BC0203", "BC0301", "BC0302"];
        var project = restored.Generated();
        // Left to itself it is mild, and looks at the project file only.
        project.Write(
            ".editorconfig",
            $"root = true\n[*.csproj]\n{string.Concat(checks.Select(check => $"build_check.{check}.severity = warning\nbuild_check.{check}.scope = all\n"))}");
        var run = (await project.RunAsync(["build", "--no-restore", "-check"])).Succeeded();

        Assert.NotEmpty(run.Lines("warning BC0"));
        Assert.DoesNotContain(run.Lines("warning BC0"), line => line.Contains("AksEgress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_binary_log_carries_the_outputs()
    {
        var project = restored.Generated();
        (await project.GenerateAsync("-bl:embedded.binlog")).Succeeded();

        var files = Microsoft.Build.Logging.StructuredLogger.BinaryLog.ReadBuild(project.PathOf("embedded.binlog")).SourceFiles;
        Assert.Contains(files, file => file.FullPath.Replace('\\', '/').EndsWith("egress/aks-egress/main.bicep", StringComparison.Ordinal));
    }
}

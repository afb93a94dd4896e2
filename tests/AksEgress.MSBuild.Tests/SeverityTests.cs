using System.Text.Json.Nodes;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>What project and command line say about warnings holds for ours, before anything is written; the SARIF log says the same.</summary>
public sealed class SeverityTests(RestoredProject restored, Workspace workspace) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";
    private const string Log = "-p:AksEgressSarifLog=logs/egress.sarif";

    [Theory]
    [InlineData("-warnaserror")]
    [InlineData("-warnaserror:AKSE2224")]
    [InlineData("-p:WarningsAsErrors=AKSE2224")]
    [InlineData("-p:MSBuildWarningsAsErrors=AKSE2224")]
    [InlineData("-p:MSBuildTreatWarningsAsErrors=true")]
    [InlineData("-p:Choice=error")]
    public async Task A_warning_made_an_error_keeps_the_last_output(string argument)
    {
        var project = WithChoice();
        var before = project.Files(Egress);
        project.Write("a.egress.yaml", Document("renamed"));
        var run = (await project.GenerateAsync(argument, Log)).Failed();

        Assert.StartsWith($"{project.PathOf("a.egress.yaml")}(", Assert.Single(run.Lines("error AKSE2224")), StringComparison.Ordinal);
        Assert.Empty(run.Lines("warning AKSE"));
        Assert.Equal(before, project.Files(Egress));
        Assert.Equal(["AKSE2224 error"], Results(project));
        Assert.Single((await project.GenerateAsync()).Succeeded().Lines("warning AKSE2224"));
        Assert.Contains("renamed/main.bicep", project.Files(Egress).Keys);
    }

    [Fact]
    public async Task Warnings_come_again_until_they_are_mended()
    {
        var project = WithChoice();
        project.Write("a.egress.yaml", Document("aks-egress"));

        Assert.Single((await project.GenerateAsync()).Succeeded().Lines("warning AKSE2224"));
        Assert.Single((await project.GenerateAsync()).Succeeded().Lines("warning AKSE2224"));
        Assert.Single((await project.GenerateAsync("-warnaserror")).Failed().Lines("error AKSE2224"));
        Assert.Empty((await project.GenerateAsync("-p:NoWarn=AKSE2224")).Succeeded().Lines("AKSE2224"));
        Assert.False((await project.GenerateAsync("-p:NoWarn=AKSE2224")).Succeeded().Generated);
    }

    [Theory]
    [InlineData("-p:NoWarn=AKSE2224", 0)]
    [InlineData("-p:NoWarn=CS1591%2cAKSE2224", 0)]
    [InlineData("-p:MSBuildWarningsAsMessages=AKSE2224", 0)]
    [InlineData("-p:Choice=none", 0)]
    [InlineData("-warnasmessage:AKSE2224", 1)]
    [InlineData("-p:WarningsNotAsErrors=AKSE2224", 1)]
    public async Task A_warning_can_be_silenced_or_left_one_where_warnings_are_errors(string argument, int logged)
    {
        var project = WithChoice();
        project.Write("a.egress.yaml", Document("aks-egress"));
        var run = (await project.GenerateAsync(argument, "-warnaserror", Log)).Succeeded();

        Assert.Empty(run.Lines("error AKSE2224"));
        Assert.Equal(argument.Contains("NotAsErrors", StringComparison.Ordinal) ? 1 : 0, run.Lines("AKSE2224").Count);
        // The switch is told to no task.
        Assert.Equal(logged, Results(project).Count);
    }

    [Theory]
    [InlineData("-p:Choice=off", "AksEgressSeverity 'AKSE2224' has the Severity 'off'")]
    [InlineData("-p:AksEgressToday=31.1.2027", "AksEgressToday is '31.1.2027'")]
    public async Task A_setting_that_means_nothing_is_an_error_beside_what_the_documents_have(string argument, string message)
    {
        var project = WithChoice();
        var before = project.Files(Egress);
        project.Write("a.egress.yaml", Document("renamed"));

        var run = (await project.GenerateAsync(argument)).Failed();
        Assert.Contains(message, Assert.Single(run.Lines("error AKSE0015")), StringComparison.Ordinal);
        Assert.Single(run.Lines("warning AKSE2224"));
        Assert.Equal(before, project.Files(Egress));
    }

    [Fact]
    public async Task A_suppression_ends_after_the_day_of_the_build()
    {
        var project = WithChoice();
        project.Write("a.egress.yaml", Document("aks-egress") + "suppress: [{ code: AKSE2224, reason: ticket 42, until: 2027-01-31 }]\n");

        Assert.Empty((await project.GenerateAsync("-p:AksEgressToday=2027-01-31", Log)).Succeeded().Lines("AKSE"));
        Assert.Equal(["AKSE2224 warning ticket 42"], Results(project));
        // The day alone makes the difference: nothing else changed.
        Assert.Equal(2, (await project.GenerateAsync("-p:AksEgressToday=2027-02-01", Log)).Succeeded().Lines("warning AKSE").Count);
        Assert.Equal(["AKSE2224 warning", "AKSE1024 warning"], Results(project));
        Assert.Single((await project.GenerateAsync()).Succeeded().Lines("AKSE1025"));
    }

    [Fact]
    public async Task The_log_names_files_from_the_root_of_the_repository_and_goes_with_clean()
    {
        var folder = workspace.NewFolder("repository");
        var project = new TestProject(workspace, Directory.CreateDirectory(Path.Combine(folder, "infra")).FullName);
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        await File.WriteAllTextAsync(Path.Combine(folder, ".git", "HEAD"), "ref: refs/heads/main", TestContext.Current.CancellationToken);
        project.Write("a.egress.yaml", Document("a"));
        (await project.BuildAsync(Log)).Succeeded();

        var log = project.PathOf("logs/egress.sarif");
        var artifact = JsonNode.Parse(await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken))!["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!;
        Assert.Equal(("infra/a.egress.yaml", "%SRCROOT%"), ((string)artifact["uri"]!, (string)artifact["uriBaseId"]!));
        File.Delete(log);
        (await project.BuildAsync(Log)).Succeeded();
        Assert.True(File.Exists(log));
        (await project.RunAsync(["clean", Log])).Succeeded();
        Assert.False(File.Exists(log));
    }

    [Fact]
    public async Task A_project_with_several_frameworks_obeys_too()
    {
        var project = new TestProject(workspace, framework: "<TargetFrameworks>net10.0;netstandard2.1</TargetFrameworks>");
        (await project.RunAsync(["restore"])).Succeeded();
        project.Write("a.egress.yaml", Document("a"));

        Assert.Single((await project.GenerateAsync("-p:WarningsAsErrors=AKSE2224")).Failed().Lines("error AKSE2224"));
        Assert.Empty((await project.GenerateAsync("-p:NoWarn=AKSE2224")).Succeeded().Lines("AKSE2224"));
    }

    /// <summary>A document with a rule to a service tag that is misspelled: AKSE2224, a warning.</summary>
    private static string Document(string name) => TestProject.Document(name) +
        """
        rules:
          - collection: tags
            kind: network
            priority: 200
            rules:
              - { name: tag, protocols: [tcp], destination: [AzureMonitr], ports: [443] }

        """;

    private static List<string> Results(TestProject project) =>
        [.. JsonNode.Parse(File.ReadAllText(project.PathOf("logs/egress.sarif")))!["runs"]![0]!["results"]!.AsArray()
            .Select(result => $"{result!["ruleId"]} {result["level"]} {result["suppressions"]?[0]?["justification"]}".TrimEnd())];

    /// <summary>The project, with an item for the severity that the property Choice names.</summary>
    private TestProject WithChoice()
    {
        var project = restored.Generated();
        project.WriteProject(
            "<TargetFramework>net10.0</TargetFramework><AksEgressCompileArm>false</AksEgressCompileArm>",
            "<AksEgressSeverity Include=\"AKSE2224\" Severity=\"$(Choice)\" Condition=\"'$(Choice)' != ''\" />");
        return project;
    }
}

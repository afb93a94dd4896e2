using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>A build does what has to be done, once, and no more.</summary>
public sealed class IncrementalTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";

    [Fact]
    public async Task Nothing_changed_nothing_runs()
    {
        var project = restored.Generated();
        (await project.BuildAsync()).Succeeded();
        var before = project.Files(Egress);

        (await project.QuestionAsync()).Succeeded();
        Assert.False((await project.BuildAsync()).Succeeded().Generated);

        Assert.Contains("aks-egress/main.bicep", before.Keys);
        Assert.Equal(before, project.Files(Egress));
    }

    [Fact]
    public async Task A_new_comment_runs_once_and_changes_no_output()
    {
        var project = restored.Generated();
        var before = project.Files(Egress);
        project.Write("a.egress.yaml", "# new\n" + TestProject.Document("aks-egress"));

        await GeneratesOnceAsync(project);
        Assert.Equal(before, project.Files(Egress));
    }

    [Fact]
    public async Task A_new_name_moves_the_outputs()
    {
        var project = restored.Generated();
        project.Write("a.egress.yaml", TestProject.Document("renamed"));

        await GeneratesOnceAsync(project);
        Assert.True(File.Exists(project.PathOf($"{Egress}/renamed/main.bicep")));
        Assert.False(Directory.Exists(project.PathOf($"{Egress}/aks-egress")));
    }

    [Fact]
    public async Task A_document_replaced_by_an_older_one_is_noticed()
    {
        var project = restored.Generated();
        project.Write("a.egress.yaml", TestProject.Document("older"));
        File.SetLastWriteTimeUtc(project.PathOf("a.egress.yaml"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await GeneratesOnceAsync(project);
        Assert.Equal(["older"], Topologies(project));
    }

    [Fact]
    public async Task A_deleted_output_comes_back()
    {
        var project = restored.Generated();
        var before = project.Files(Egress);
        File.Delete(project.PathOf($"{Egress}/aks-egress/main.bicep"));

        await GeneratesOnceAsync(project);
        Assert.Equal(before, project.Files(Egress));
    }

    [Fact]
    public async Task A_new_output_folder_takes_the_outputs_from_the_old_one()
    {
        var project = restored.Generated();
        var before = project.Files(Egress);

        await GeneratesOnceAsync(project, "-p:AksEgressOutputPath=infra/egress");
        Assert.Equal(before, project.Files("infra/egress"));
        Assert.False(Directory.Exists(project.PathOf(Egress)));

        (await project.GenerateAsync()).Succeeded();
        Assert.False(Directory.Exists(project.PathOf("infra/egress")));
    }

    [Fact]
    public async Task A_removed_document_takes_its_outputs_with_it()
    {
        var project = restored.Generated();
        project.Write("b.egress.yaml", TestProject.Document("second"));
        await GeneratesOnceAsync(project);
        Assert.Equal(["aks-egress", "second"], Topologies(project));
        File.Delete(project.PathOf("b.egress.yaml"));

        await GeneratesOnceAsync(project);
        Assert.Equal(["aks-egress"], Topologies(project));
    }

    [Fact]
    public async Task The_last_removed_document_leaves_nothing_behind()
    {
        var project = restored.Generated();
        File.Delete(project.PathOf("a.egress.yaml"));

        (await project.GenerateAsync()).Succeeded();
        Assert.False(Directory.Exists(project.PathOf(Egress)));
        Assert.False(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress")));
        (await project.GenerateAsync("-question")).Succeeded();
    }

    [Fact]
    public async Task Templates_are_inputs_when_they_appear_change_and_go()
    {
        var project = restored.Generated();
        const string templates = "-p:AksEgressTemplatesPath=templates";
        var own = project.Files(Egress);
        project.Write("templates/bicep/network.bicep.scriban", "// first\n");
        await GeneratesOnceAsync(project, templates);
        Assert.Equal("// first\n", await ReadAsync(project));

        project.Write("templates/bicep/network.bicep.scriban", "// second\n");
        await GeneratesOnceAsync(project, templates);
        Assert.Equal("// second\n", await ReadAsync(project));

        File.Delete(project.PathOf("templates/bicep/network.bicep.scriban"));
        await GeneratesOnceAsync(project, templates);
        Assert.Equal(own, project.Files(Egress));
    }

    private static Task<string> ReadAsync(TestProject project) =>
        File.ReadAllTextAsync(project.PathOf($"{Egress}/aks-egress/modules/network.bicep"), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Topologies(TestProject project) =>
        Directory.EnumerateDirectories(project.PathOf(Egress)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static async Task GeneratesOnceAsync(TestProject project, params string[] arguments)
    {
        Assert.True((await project.GenerateAsync(arguments)).Succeeded().Generated);
        (await project.GenerateAsync([.. arguments, "-question"])).Succeeded();
    }
}

using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Clean removes what we wrote, with the folders made for it, and nothing else.</summary>
public sealed class CleanTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";

    [Fact]
    public async Task Outputs_folders_and_lists_go()
    {
        var project = await restored.GeneratedAsync();
        (await project.RunAsync(["clean"])).Succeeded();

        Assert.False(Directory.Exists(project.PathOf(Egress)));
        Assert.False(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress")));
        Assert.True(File.Exists(project.PathOf("a.egress.yaml")));
    }

    [Theory]
    [InlineData(Egress)]
    [InlineData("infra")]
    public async Task Files_of_others_stay(string folder)
    {
        var project = await restored.GeneratedAsync();
        (await project.GenerateAsync($"-p:AksEgressOutputPath={folder}/")).Succeeded();
        project.Write($"{folder}/aks-egress/notes.txt", "mine");
        (await project.RunAsync(["clean", $"-p:AksEgressOutputPath={folder}/"])).Succeeded();

        Assert.Equal(["aks-egress/notes.txt"], project.Files(folder).Keys);
        // The project is used by other tests too, which count what is left.
        Directory.Delete(project.PathOf(folder), recursive: true);
    }

    [Fact]
    public async Task A_project_that_drops_the_package_drops_the_outputs()
    {
        var project = await restored.GeneratedAsync();
        (await project.BuildAsync()).Succeeded();
        Assert.NotEmpty(project.Files(Egress));
        // As the SDK sees it: the list of files written has ours no more.
        (await project.BuildAsync("-p:ExcludeRestorePackageImports=true", "--no-restore")).Succeeded();

        Assert.Empty(project.Files(Egress));
    }

    [Fact]
    public async Task Rebuild_writes_everything_anew()
    {
        var project = await restored.GeneratedAsync();
        var before = project.Files(Egress);

        Assert.True((await project.BuildAsync("-t:Rebuild")).Succeeded().Generated);
        Assert.Equal(before, project.Files(Egress));
        (await project.QuestionAsync()).Succeeded();
    }
}

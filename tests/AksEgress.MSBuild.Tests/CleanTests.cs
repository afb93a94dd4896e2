using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Clean removes what we wrote, with the folders made for it, and nothing else.</summary>
public sealed class CleanTests(Workspace workspace, RestoredProject restored) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";

    [Fact]
    public async Task Outputs_folders_and_lists_go()
    {
        var project = restored.Generated();
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
        var project = restored.Generated();
        (await project.GenerateAsync($"-p:AksEgressOutputPath={folder}/")).Succeeded();
        project.Write($"{folder}/aks-egress/notes.txt", "mine");
        (await project.RunAsync(["clean", $"-p:AksEgressOutputPath={folder}/"])).Succeeded();

        Assert.Equal(["aks-egress/notes.txt"], project.Files(folder).Keys);
        // The project is used by other tests too, which count what is left.
        Directory.Delete(project.PathOf(folder), recursive: true);
    }

    [Fact]
    public async Task What_lies_behind_a_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a privilege there.");
        var project = restored.Generated();
        (await project.GenerateAsync("-p:AksEgressOutputPath=linked/")).Succeeded();
        Directory.Move(project.PathOf("linked/aks-egress/modules"), project.PathOf("modules"));
        Directory.CreateSymbolicLink(project.PathOf("linked/aks-egress/modules"), project.PathOf("modules"));
        var modules = project.Files("modules");
        (await project.RunAsync(["clean", "-p:AksEgressOutputPath=linked/"])).Succeeded();

        Assert.NotEmpty(modules);
        Assert.Equal(modules, project.Files("modules"));
        Assert.Equal(["aks-egress/modules"], Directory.EnumerateFileSystemEntries(project.PathOf("linked"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(project.PathOf("linked"), path)).Where(path => path.Count(c => c == '/') == 1));
        Directory.Delete(project.PathOf("linked"), recursive: true);
        Directory.Delete(project.PathOf("modules"), recursive: true);
    }

    [Fact]
    public async Task A_copy_of_a_project_leaves_the_original_alone_whatever_its_folder_is_called()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder cannot be called so.");
        var project = new TestProject(workspace, workspace.NewFolder("a|b"));
        (await project.BuildAsync()).Succeeded();
        (await project.GenerateAsync("-question")).Succeeded();
        var files = project.Files(Egress);

        // In the list of outputs the mark comes before the path; a path up to it would be this file.
        await File.WriteAllTextAsync(project.Folder.Split('|')[0], "mine", TestContext.Current.CancellationToken);
        var copy = new TestProject(workspace, workspace.NewFolder("copy"));
        foreach (var file in Directory.GetFiles(project.Folder, "*", SearchOption.AllDirectories))
        {
            var target = copy.PathOf(Path.GetRelativePath(project.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        copy.Write("a.egress.yaml", TestProject.Document("other"));
        (await copy.BuildAsync()).Succeeded();
        (await copy.RunAsync(["clean"])).Succeeded();
        Assert.Equal(files, project.Files(Egress));

        (await project.RunAsync(["clean"])).Succeeded();
        Assert.Empty(project.Files(Egress));
        Assert.True(File.Exists(project.Folder.Split('|')[0]));
    }

    [Fact]
    public async Task A_project_that_drops_the_package_drops_the_outputs()
    {
        var project = restored.Generated();
        (await project.BuildAsync()).Succeeded();
        Assert.NotEmpty(project.Files(Egress));
        // As the SDK sees it: the list of files written has ours no more.
        (await project.BuildAsync("-p:ExcludeRestorePackageImports=true", "--no-restore")).Succeeded();

        Assert.Empty(project.Files(Egress));
    }

    [Fact]
    public async Task Rebuild_writes_everything_anew()
    {
        var project = restored.Generated();
        var before = project.Files(Egress);

        Assert.True((await project.BuildAsync("-t:Rebuild")).Succeeded().Generated);
        Assert.Equal(before, project.Files(Egress));
        (await project.QuestionAsync()).Succeeded();
    }
}

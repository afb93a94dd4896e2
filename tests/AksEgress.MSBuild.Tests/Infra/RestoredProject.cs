namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>One project for the tests of a class, restored once. Each test puts it into the state that it starts from.</summary>
public sealed class RestoredProject(Workspace workspace) : IAsyncLifetime
{
    public TestProject Project { get; } = new(workspace);

    public async ValueTask InitializeAsync() => (await Project.RunAsync(["restore"])).Succeeded();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>One good document, generated; nothing to do.</summary>
    public async Task<TestProject> GeneratedAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Project.Folder, "*.egress.yaml"))
        {
            File.Delete(file);
        }

        Project.Write("a.egress.yaml", TestProject.Document("aks-egress"));
        (await Project.GenerateAsync()).Succeeded();
        return Project;
    }
}

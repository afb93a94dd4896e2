namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>One project for the tests of a class, restored and generated once. Each test puts it into the state that it starts from.</summary>
public sealed class RestoredProject(Workspace workspace) : IAsyncLifetime
{
    public TestProject Project { get; } = new(workspace);

    public async ValueTask InitializeAsync()
    {
        (await Project.RunAsync(["restore"])).Succeeded();
        (await Project.GenerateAsync()).Succeeded();
        Project.Keep();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>One good document, generated; nothing to do.</summary>
    public TestProject Generated()
    {
        Project.Reset();
        return Project;
    }
}

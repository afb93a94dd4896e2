namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>One project for the tests of a class, restored and generated once. Each test puts it into the state that it starts from.</summary>
public abstract class ProjectFixture(TestProject project) : IAsyncLifetime
{
    public TestProject Project => project;

    public async ValueTask InitializeAsync()
    {
        (await project.RunAsync(["restore"])).Succeeded();
        (await project.GenerateAsync()).Succeeded();
        project.Keep();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The project as it was generated first: one topology, nothing to do.</summary>
    public TestProject Generated()
    {
        project.Reset();
        return project;
    }
}

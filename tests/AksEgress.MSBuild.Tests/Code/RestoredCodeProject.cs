using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>One project for the tests of a class, restored and generated once.</summary>
public sealed class RestoredCodeProject(Workspace workspace) : IAsyncLifetime
{
    public TestProject Project { get; } = CodeProject.Create(workspace);

    public async ValueTask InitializeAsync()
    {
        (await Project.RunAsync(["restore"])).Succeeded();
        With("public static EgressTopology Shop => Named(\"shop\");");
        (await Project.GenerateAsync()).Succeeded();
        Project.Keep();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The project with these members, and no document.</summary>
    public TestProject With(string members)
    {
        File.Delete(Project.PathOf("a.egress.yaml"));
        Project.Write(CodeProject.File, CodeProject.Source(members));
        return Project;
    }

    /// <summary>The project with one topology, generated.</summary>
    public TestProject Generated()
    {
        Project.Reset();
        return Project;
    }
}

using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>A project with one topology in C#.</summary>
public sealed class RestoredCodeProject : ProjectFixture
{
    public RestoredCodeProject(Workspace workspace)
        : base(CodeProject.Create(workspace)) => With("public static EgressTopology Shop => Named(\"shop\");");

    /// <summary>The project with these members, and no document.</summary>
    public TestProject With(string members)
    {
        File.Delete(Project.PathOf("a.egress.yaml"));
        Project.Write(CodeProject.File, CodeProject.Source(members));
        return Project;
    }
}

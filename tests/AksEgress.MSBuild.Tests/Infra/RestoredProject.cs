namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>A project with one document.</summary>
public sealed class RestoredProject(Workspace workspace) : ProjectFixture(new(workspace));

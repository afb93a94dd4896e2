using AksEgress.MSBuild.Tests.Infra;

[assembly: AssemblyFixture(typeof(Workspace))]

using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>Projects whose topologies are C#.</summary>
internal static class CodeProject
{
    public const string File = "Topologies.cs";

    public const string Egress = "bin/Debug/net10.0/egress";

    /// <summary>A project with the packages, and no topology yet.</summary>
    public static TestProject Create(Workspace workspace, string properties = "", string items = "", string framework = "<TargetFramework>net10.0</TargetFramework>", string name = "p", string? folder = null)
    {
        var project = new TestProject(workspace, folder, name);
        System.IO.File.Delete(project.PathOf("a.egress.yaml"));
        project.WriteProject(
            $"{framework}<LangVersion>latest</LangVersion><AksEgressCompileArm>false</AksEgressCompileArm><AksEgressGenerateFromCode>true</AksEgressGenerateFromCode>{properties}",
            $"<PackageReference Include=\"AksEgress\" Version=\"{workspace.Version}\" Condition=\"'$(TargetFramework)' != 'netstandard2.1'\" />{items}");
        return project;
    }

    /// <summary>Members of the class <c>Contoso.Topologies</c>, from line 8 on. <c>Named</c> gives the topology of <see cref="TestProject.Document"/>.</summary>
    public static string Source(string members) =>
        $$"""
        using AksEgress.Model;

        namespace Contoso;

        /// <summary>What the tests' projects have.</summary>
        public static class Topologies
        {
            {{members}}

            public static EgressTopology Named(string name, string location = "eastus") => new()
            {
                Name = name,
                Location = location,
                Network = new()
                {
                    AddressSpace = [Cidr.Parse("10.42.0.0/16")],
                    Subnets =
                    [
                        new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster },
                        new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
                    ],
                },
                Allow = [EndpointSet.Aks],
            };
        }
        """;
}

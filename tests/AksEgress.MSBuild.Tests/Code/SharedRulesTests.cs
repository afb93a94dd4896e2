using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>The sample of composition as users have it: what a company shares comes from its feed.</summary>
public sealed class SharedRulesTests(Workspace workspace)
{
    [Fact]
    public async Task Rules_that_a_company_shares_are_a_package()
    {
        var rules = workspace.NewFolder("rules");
        CopySample("CompanyRules", rules);
        await File.WriteAllTextAsync(
            Path.Combine(rules, "Contoso.CompanyRules.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="AksEgress" Version="{workspace.Version}" /></ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);
        (await DotNet.RunAsync(rules, ["pack", "-nr:false", "-o", workspace.Feed, $"-p:Version={workspace.Version}"])).Succeeded();

        var project = new TestProject(workspace);
        File.Delete(project.PathOf("a.egress.yaml"));
        project.WriteProject(
            "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><AksEgressGenerateFromCode>true</AksEgressGenerateFromCode><AksEgressCompileArm>false</AksEgressCompileArm>",
            $"<PackageReference Include=\"Contoso.CompanyRules\" Version=\"{workspace.Version}\" />");
        CopySample("Composition", project.Folder);
        (await project.BuildAsync()).Succeeded();

        Assert.Equal(["payments", "search", "shop-dev", "shop-prod", "shop-stage"], Directory.GetDirectories(project.PathOf(CodeProject.Egress)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(
            Directory.GetFiles(project.PathOf(CodeProject.Egress), "policy.bicep", SearchOption.AllDirectories),
            policy => Assert.Contains("pastebin.com", File.ReadAllText(policy), StringComparison.Ordinal));
    }

    private static void CopySample(string name, string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Metadata.RepositoryRoot, "samples", name), "*.cs"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}

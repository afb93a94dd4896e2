using System.Text.Json;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Documents that include rules, and documents with environments.</summary>
public sealed class CompositionTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";
    private const string Partners = "allow: [{ name: partner, https: [api.partner.contoso.com] }]\n";

    [Fact]
    public async Task An_included_file_is_an_input()
    {
        var project = await IncludingAsync();
        (await project.GenerateAsync("-question")).Succeeded();
        Assert.DoesNotContain("new.contoso.com", await PolicyOfAsync(project), StringComparison.Ordinal);

        project.Write("shared/partners.rules.yaml", Partners.Replace("api.partner.contoso.com", "new.contoso.com", StringComparison.Ordinal));

        Assert.True((await project.GenerateAsync()).Succeeded().Generated);
        (await project.GenerateAsync("-question")).Succeeded();
        Assert.Contains("new.contoso.com", await PolicyOfAsync(project), StringComparison.Ordinal);

        project.Write("shared/partners.rules.yaml", Partners.Replace("api.partner", "older", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(project.PathOf("shared/partners.rules.yaml"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True((await project.GenerateAsync()).Succeeded().Generated);
        (await project.GenerateAsync("-question")).Succeeded();
        Assert.Contains("older.contoso.com", await PolicyOfAsync(project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_an_included_file_stands_there_once_for_all_documents()
    {
        var project = await IncludingAsync();
        project.Write("b.egress.yaml", "include: [shared/partners.rules.yaml]\n" + TestProject.Document("second"));
        project.Write("shared/partners.rules.yaml", "allow: [akz]\n");

        Assert.Single((await project.GenerateAsync()).Failed().Lines("partners.rules.yaml(1,9,1,12): error AKSE1012"));
    }

    [Fact]
    public async Task Every_environment_is_a_topology()
    {
        var project = restored.Generated();
        project.Write("a.egress.yaml", "environments: { dev: {}, prod: {} }\n" + TestProject.Document("shop-${environment}"));

        Assert.True((await project.GenerateAsync()).Succeeded().Generated);
        Assert.Equal(["shop-dev", "shop-prod"], Directory.GetDirectories(project.PathOf(Egress)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        (await project.GenerateAsync("-question")).Succeeded();

        project.Write("a.egress.yaml", "environments: { dev: {}, prod: {} }\n" + TestProject.Document("shop"));
        Assert.Contains("a.egress.yaml#dev' describes a topology named 'shop' already", (await project.GenerateAsync()).Failed().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_and_Visual_Studio_see_what_else_is_read()
    {
        var project = await IncludingAsync();
        Assert.Equal(["a.egress", "outside.rules", "partners.rules"], await InputsAsync(project));

        File.Delete(project.PathOf("a.egress.yaml"));
        project.Write("Directory.Build.props", "<Project><ItemGroup><AksEgressInput Include=\"teams.txt\" /></ItemGroup></Project>");
        Assert.Contains("teams", await InputsAsync(project, "-p:AksEgressGenerateFromCode=true"));
        File.Delete(project.PathOf("Directory.Build.props"));
    }

    /// <summary>The inputs of both, which are the same, where there is an output that Visual Studio compares them with.</summary>
    private static async Task<IEnumerable<string>> InputsAsync(TestProject project, params string[] arguments)
    {
        using var json = JsonDocument.Parse((await project.RunAsync(["msbuild", "-getItem:Watch", "-getItem:UpToDateCheckInput", "-getItem:UpToDateCheckOutput", .. arguments])).Succeeded().Output);
        string[] Of(string name) => [.. json.RootElement.GetProperty("Items").GetProperty(name).EnumerateArray().Select(item => item.GetProperty("Filename").GetString()!).Order(StringComparer.Ordinal)];
        Assert.StartsWith("outputs.", Assert.Single(Of("UpToDateCheckOutput")), StringComparison.Ordinal);
        Assert.Equal(Of("Watch"), Of("UpToDateCheckInput"));
        return Of("Watch");
    }

    private static Task<string> PolicyOfAsync(TestProject project) =>
        File.ReadAllTextAsync(project.PathOf($"{Egress}/aks-egress/modules/policy.bicep"), TestContext.Current.CancellationToken);

    private async Task<TestProject> IncludingAsync()
    {
        var project = restored.Generated();
        project.Write("shared/partners.rules.yaml", "include: [../../outside.rules.yaml]\n" + Partners);
        project.Write("../outside.rules.yaml", "allow: [ghcr]\n");
        project.Write("a.egress.yaml", "include: [shared/partners.rules.yaml]\n" + TestProject.Document("aks-egress"));
        (await project.GenerateAsync()).Succeeded();
        return project;
    }
}

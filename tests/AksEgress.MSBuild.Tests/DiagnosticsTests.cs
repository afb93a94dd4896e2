using System.Text.RegularExpressions;
using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Mistakes are errors at their places, with code and help; while there is one, nothing is written.</summary>
public sealed partial class DiagnosticsTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    private const string Egress = "bin/Debug/net10.0/egress";

    [Fact]
    public async Task An_error_stands_at_its_span_with_code_and_project()
    {
        var project = restored.Generated();
        project.Write("b.egress.yaml", TestProject.Document("aks-egress"));
        var run = (await project.GenerateAsync()).Failed();

        var line = Assert.Single(run.Lines("AKSE0002"));
        Assert.StartsWith($"{project.PathOf("b.egress.yaml")}(1,7,1,17): error AKSE0002: ", line, StringComparison.Ordinal);
        Assert.EndsWith($"[{project.PathOf("p.csproj")}]", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_links_to_the_help_page_of_the_package()
    {
        var project = restored.Generated();
        project.Write("b.egress.yaml", TestProject.Document("aks-egress"));
        var (code, page) = Assert.Single((await project.GenerateAsync("-tl:on")).Failed().HelpLinks);

        Assert.Equal("AKSE0002", code);
        Assert.Equal("AKSE0002.md", Path.GetFileName(page));
        Assert.True(File.Exists(page), page);
    }

    [Theory]
    [InlineData("name: [aks-egress\nlocation: eastus\n")]
    [InlineData("name: {a: 1\nlocation: eastus\n")]
    [InlineData("name: aks-egress\n\tlocation: eastus\n")]
    [InlineData("name: 'aks-egress\n")]
    [InlineData("name: *nowhere\n")]
    [InlineData("name: a\nname: b\n")]
    public async Task Bad_yaml_is_an_error_with_a_place_and_no_stack_trace(string text)
    {
        var project = restored.Generated();
        project.Write("a.egress.yaml", text);
        var run = (await project.GenerateAsync()).Failed();

        Assert.Matches(PlacedError(), run.Output);
        Assert.DoesNotContain("MSB4018", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_document_is_an_error()
    {
        var project = restored.Generated();
        project.WriteProject("<TargetFramework>net10.0</TargetFramework><AksEgressCompileArm>false</AksEgressCompileArm>", "<AksEgressTopology Include=\"gone.yaml\" />");
        var run = await project.GenerateAsync();
        project.WriteProject("<TargetFramework>net10.0</TargetFramework><AksEgressCompileArm>false</AksEgressCompileArm>");

        Assert.StartsWith($"{project.PathOf("gone.yaml")} : error AKSE0001: ", Assert.Single(run.Failed().Lines("AKSE0001")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_bad_document_the_good_ones_keep_their_last_output()
    {
        var project = restored.Generated();
        var before = project.Files(Egress);
        project.Write("a.egress.yaml", TestProject.Document("renamed"));
        project.Write("b.egress.yaml", "name: bad\n");

        (await project.GenerateAsync()).Failed();
        Assert.Equal(before, project.Files(Egress));
        Assert.False(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress/staging")));
        (await project.GenerateAsync()).Failed();

        File.Delete(project.PathOf("b.egress.yaml"));
        Assert.True((await project.GenerateAsync()).Succeeded().Generated);
        Assert.Contains("renamed/main.bicep", project.Files(Egress).Keys);
        Assert.DoesNotContain("aks-egress/main.bicep", project.Files(Egress).Keys);
    }

    [Fact]
    public async Task A_warning_can_be_silenced_and_made_an_error()
    {
        var project = restored.Generated();
        project.Write("templates/nothing.scriban", "");
        const string templates = "-p:AksEgressTemplatesPath=templates";

        Assert.Single((await project.GenerateAsync(templates)).Succeeded().Lines("warning AKSE4003"));
        Assert.Empty((await project.GenerateAsync(templates, "-p:NoWarn=AKSE4003", "-p:AksEgressOutputPath=1/")).Succeeded().Lines("AKSE4003"));
        Assert.Single((await project.GenerateAsync(templates, "-p:WarningsAsErrors=AKSE4003", "-p:AksEgressOutputPath=2/")).Failed().Lines("error AKSE4003"));
        Assert.Single((await project.GenerateAsync(templates, "-warnaserror:AKSE4003", "-p:AksEgressOutputPath=2/")).Failed().Lines("error AKSE4003"));
    }

    [GeneratedRegex(@"a\.egress\.yaml\(\d+,\d+,\d+,\d+\): error AKSE1\d{3}: ")]
    private static partial Regex PlacedError();
}

using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Generation;

/// <summary>ARM templates, and what the Bicep CLI finds, told of what users wrote themselves.</summary>
public sealed class ArmGenerationTests : IDisposable
{
    private const string UnusedParameter = "\nparam unused string = ''\n";
    private readonly GeneratorFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_template_is_written_with_the_line_ends_of_all_outputs()
    {
        var result = await GenerateAsync(RealBicepCli.Path);
        var text = await File.ReadAllTextAsync(Path.Combine(_folder.OutputDirectory, "topology", "main.json"), TestContext.Current.CancellationToken);

        Assert.Empty(result.Diagnostics);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Equal([RealBicepCli.Path], result.Dependencies);
    }

    [Theory]
    [InlineData(ArmCompilation.Auto, "AKSE4101")]
    [InlineData(ArmCompilation.Always, "AKSE4102")]
    public async Task Without_a_cli_it_depends_on_what_is_wanted(ArmCompilation wanted, string code)
    {
        var result = await GenerateAsync(null, wanted);

        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
        Assert.Equal(wanted == ArmCompilation.Auto, result.Files.Count > 0);
    }

    [Fact]
    public async Task A_cli_that_does_not_start_is_an_error_that_names_it()
    {
        var missing = Path.Combine(_folder.OutputDirectory, "bicep");
        var result = await GenerateAsync(missing, ArmCompilation.Auto);

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(GenerationDiagnostics.BicepCliFailed, diagnostic.Descriptor);
        Assert.Contains(missing, diagnostic.Message, StringComparison.Ordinal);
        Assert.Empty(result.Files);
    }

    [Fact]
    public async Task An_error_in_a_template_of_the_user_stands_at_that_template()
    {
        var template = _folder.Write("templates/bicep/network.bicep.scriban", "param broken string =\n");
        var result = await GenerateAsync(RealBicepCli.Path, templates: true);

        var diagnostic = result.Diagnostics.First(d => d.Descriptor == GenerationDiagnostics.TemplateBicepError);
        Assert.Equal(template, diagnostic.Span.File);
        Assert.Contains("modules/network.bicep(1,", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("param broken string =", diagnostic.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Outputs);
    }

    [Fact]
    public async Task A_configuration_above_the_outputs_does_not_apply()
    {
        _folder.Write("bicepconfig.json", Configuration("error"));
        var template = await OwnNetworkTemplateAsync();
        var result = await GenerateAsync(RealBicepCli.Path, templates: true);

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((GenerationDiagnostics.TemplateBicepWarning, template), (diagnostic.Descriptor, diagnostic.Span.File));
        Assert.NotEmpty(result.Files);
    }

    [Fact]
    public async Task A_configuration_beside_the_templates_applies()
    {
        var configuration = _folder.Write("templates/bicepconfig.json", Configuration("off"));
        var template = await OwnNetworkTemplateAsync();
        var result = await GenerateAsync(RealBicepCli.Path, templates: true);

        Assert.Empty(result.Diagnostics);
        Assert.Equal([template, RealBicepCli.Path, configuration], result.Dependencies);
    }

    private static string Configuration(string level) => $$"""{ "analyzers": { "core": { "rules": { "no-unused-params": { "level": "{{level}}" } } } } }""";

    private async Task<string> OwnNetworkTemplateAsync() => _folder.Write(
        "templates/bicep/network.bicep.scriban",
        await File.ReadAllTextAsync(Repository.PathOf("templates", "bicep", "network.bicep.scriban"), TestContext.Current.CancellationToken) + UnusedParameter);

    private Task<GenerationResult> GenerateAsync(string? cli, ArmCompilation wanted = ArmCompilation.Always, bool templates = false) =>
        TopologyGenerator.GenerateAsync(
            [_folder.Document("a.yaml", "topology")],
            _folder.Options with { ArmCompilation = wanted, BicepPath = cli, TemplatesDirectory = templates ? Path.GetDirectoryName(_folder.Write("templates/.keep", "")) : null },
            TestContext.Current.CancellationToken);
}

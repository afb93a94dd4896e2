using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>What holds for the Bicep files of every topology.</summary>
public sealed class BicepCasesTests(RealBicepCli real) : IClassFixture<RealBicepCli>
{
    private BicepCli Cli => real.Cli;

    public static TheoryData<string> Cases => Case.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_itself_is_without_errors(string name) =>
        Assert.DoesNotContain(Case.Read(name).Validate(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Compiler_and_linter_find_nothing_with_every_rule_at_error(string name)
    {
        using var rendered = new RenderedTopology(Case.Read(name));
        foreach (var file in (string[])["main.bicep", "main.bicepparam"])
        {
            var compilation = await Cli.CompileAsync(rendered.PathOf(file), TestContext.Current.CancellationToken);
            Assert.Empty(compilation.Diagnostics);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_formatter_changes_no_byte(string name)
    {
        using var rendered = new RenderedTopology(Case.Read(name));
        foreach (var file in rendered.BicepFiles)
        {
            Assert.Equal(await Cli.FormatAsync(rendered.PathOf(file.Path), TestContext.Current.CancellationToken), file.Content);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bicep_and_ARM_make_the_same_resources(string name)
    {
        using var rendered = new RenderedTopology(Case.Read(name));
        await rendered.CompileAsync(Cli);

        var bicep = await rendered.PredictAsync(Cli);
        var arm = await rendered.PredictCompiledAsync(Cli);

        Assert.NotEmpty(bicep.Resources);
        Assert.Equal(bicep.ToString(), arm.ToString());
    }

    [Fact]
    public async Task The_linter_would_find_something()
    {
        using var rendered = new RenderedTopology(Case.Read("minimal"));
        await File.AppendAllTextAsync(rendered.PathOf("main.bicepparam"), "var unused = 'x'\n", TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(rendered.PathOf("modules/network.bicep"), "param x string\n", TestContext.Current.CancellationToken);

        var compilation = await Cli.CompileAsync(rendered.PathOf("main.bicepparam"), TestContext.Current.CancellationToken);

        Assert.Superset(
            new HashSet<(string, DiagnosticSeverity)> { ("no-unused-vars", DiagnosticSeverity.Error), ("no-unused-params", DiagnosticSeverity.Error), ("use-description-params", DiagnosticSeverity.Error) },
            compilation.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)).ToHashSet());
    }
}

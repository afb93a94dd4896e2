using AksEgress.Compilation;
using AksEgress.Diagnostics;
using Xunit;

namespace AksEgress.Tests.Compilation;

public sealed class BicepCliTests(RealBicepCli real) : IClassFixture<RealBicepCli>, IDisposable
{
    private const string Network = """
        param location string
        resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
          name: 'vnet'
          location: location
          properties: { addressSpace: { addressPrefixes: ['10.42.0.0/16'] } }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private BicepCli Cli => real.Cli;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_version_is_the_one_that_the_project_pins() => Assert.Equal(RealBicepCli.Version, await Cli.VersionAsync(Token));

    [Fact]
    public async Task A_file_compiles_to_a_template_with_LF_line_ends()
    {
        var compilation = await Cli.CompileAsync(_folder.Write("main.bicep", Network), Token);

        Assert.True(compilation.Success);
        Assert.Empty(compilation.Diagnostics);
        Assert.StartsWith("{\n  \"$schema\": ", compilation.Template, StringComparison.Ordinal);
        Assert.Contains("\"Microsoft.Network/virtualNetworks\"", compilation.Template, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', compilation.Template!);
    }

    [Fact]
    public async Task A_mistake_is_a_diagnostic_at_its_place_and_leaves_no_template()
    {
        var file = _folder.Write("main.bicep", "output a string = 'a'\noutput b string = missing\n");

        var compilation = await Cli.CompileAsync(file, Token);

        Assert.False(compilation.Success);
        Assert.Null(compilation.Template);
        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal((new SourceSpan(file, 2, 19, 2, 26), DiagnosticSeverity.Error, "BCP057"), (diagnostic.Span, diagnostic.Severity, diagnostic.Code));
        Assert.Contains("\"missing\"", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_of_linter_and_modules_come_with_the_template_sorted_by_place()
    {
        var main = _folder.Write("main.bicep", "param b string\nparam a string\nmodule m 'modules/m.bicep' = {}\n");
        var module = _folder.Write("modules/m.bicep", "var unused = 1\n");
        _folder.Write("bicepconfig.json", """{ "analyzers": { "core": { "rules": { "no-unused-vars": { "level": "info" } } } } }""");

        var compilation = await Cli.CompileAsync(main, Token);

        Assert.NotNull(compilation.Template);
        Assert.Equal(
            [(main, 1, DiagnosticSeverity.Warning, "no-unused-params"), (main, 2, DiagnosticSeverity.Warning, "no-unused-params"), (module, 1, DiagnosticSeverity.Info, "no-unused-vars")],
            compilation.Diagnostics.Select(d => (d.Span.File!, d.Span.Line, d.Severity, d.Code)));
    }

    [Fact]
    public async Task A_file_that_changed_is_read_again()
    {
        var main = _folder.Write("main.bicep", "module m 'm.bicep' = {}\n");
        _folder.Write("m.bicep", "output o string = 'before'\n");
        Assert.Contains("before", (await Cli.CompileAsync(main, Token)).Template, StringComparison.Ordinal);

        _folder.Write("m.bicep", "output o string = 'after'\n");

        Assert.Contains("after", (await Cli.CompileAsync(main, Token)).Template, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_exception_that_does_not_end_the_CLI()
    {
        var exception = await Assert.ThrowsAsync<BicepCliException>(() => Cli.CompileAsync(Path.Combine(_folder.Path, "missing.bicep"), Token));

        Assert.Contains("missing.bicep", exception.Message, StringComparison.Ordinal);
        Assert.Equal(RealBicepCli.Version, await Cli.VersionAsync(Token));
    }

    [Fact]
    public async Task Calls_at_the_same_time_get_each_its_own_answer()
    {
        var files = Enumerable.Range(0, 12).Select(i => (Name: $"name{i:00}", Path: _folder.Write($"{i}.bicep", $"output o string = 'name{i:00}'\n"))).ToList();

        var compilations = await Task.WhenAll(files.Select(f => Cli.CompileAsync(f.Path, Token)));

        Assert.All(files.Zip(compilations), pair => Assert.Contains($"\"{pair.First.Name}\"", pair.Second.Template, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_names_the_resources_of_the_deployment_that_is_assumed()
    {
        _folder.Write("main.bicep", Network);
        var parameters = _folder.Write("main.bicepparam", "using 'main.bicep'\nparam location = deployment().location\n");
        var plain = _folder.Write("plain.bicepparam", "using 'main.bicep'\nparam location = 'eastus'\n");

        var snapshot = await Cli.SnapshotAsync(plain, subscriptionId: "00000000-0000-0000-0000-000000000001", resourceGroup: "rg", cancellationToken: Token);

        Assert.Contains("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet", snapshot, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', snapshot);
        await Assert.ThrowsAsync<BicepCliException>(() => Cli.SnapshotAsync(parameters, cancellationToken: Token));
    }

    [Fact]
    public async Task Formatting_returns_the_text_and_leaves_the_file()
    {
        var file = _folder.Write("main.bicep", "param   a   string\n");

        Assert.Equal("param a string\n", await Cli.FormatAsync(file, Token));
        Assert.Equal("param   a   string\n", await File.ReadAllTextAsync(file, Token));
    }

    [Fact]
    public async Task A_CLI_that_was_disposed_says_so()
    {
        var cli = await BicepCli.StartAsync(RealBicepCli.Path, cancellationToken: Token);
        await cli.DisposeAsync();
        await cli.DisposeAsync();

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.VersionAsync(Token));
        Assert.Contains("disposed", exception.Message, StringComparison.Ordinal);
    }
}

using AksEgress.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>What all commands have in common.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Folder _folder = new();

    public static TheoryData<string> Commands => ["validate", "build", "explain", "coverage", "shadow", "capacity", "diff", "import", "schema", "init", "help"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_has_help_with_examples_and_a_format(string command)
    {
        var help = (await _folder.RunAsync(command, "--help")).Exits(0).Output;

        Assert.Contains("Examples:\n  ", help.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("--format", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[suggest:3]", "val", "validate")]
    [InlineData("[suggest:18]", "validate --format ", "sarif")]
    [InlineData("[suggest:20]", "validate --severity ", "AKSE2252=")]
    [InlineData("[suggest:20]", "explain --protocol m", "mssql")]
    [InlineData("[suggest:11]", "diff --para", "--parameters")]
    [InlineData("[suggest:3]", "imp", "import")]
    public async Task The_shell_gets_completions(string directive, string line, string expected) =>
        Assert.Contains(expected, (await _folder.RunAsync(directive, line)).Exits(0).Output.ReplaceLineEndings("\n").Split('\n'));

    [Theory]
    [InlineData("There is no command 'validat'. Did you mean 'validate'?", "validat")]
    [InlineData("Which command? Known are: validate, build", new string[0])]
    [InlineData("There is no option '--fromat'. Did you mean '--format'? 'aks-egress validate --help' says more.", "validate", "--fromat", "json")]
    [InlineData("There is no option '--fromat'. Did you mean '--format'?", "validate", "--fromat=json", "--format", "json")]
    [InlineData("There is no option '--prot'", "explain", "a.egress.yaml", "--prot", "udp")]
    [InlineData("Unrecognized command or argument 'b'.", "shadow", "a", "b", "--format", "json")]
    [InlineData("There is no command and no code 'valdate'. Did you mean 'validate'?", "help", "valdate")]
    public async Task A_wrong_command_line_gives_2_and_the_reason_on_standard_error(string message, params string[] arguments)
    {
        var result = (await _folder.RunAsync(arguments)).Exits(2);

        Assert.Contains(message, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_file_that_begins_with_a_hyphen_comes_after_two()
    {
        _folder.Write("--shop.egress.yaml", Folder.Document());
        (await _folder.RunAsync("validate", "--", "--shop.egress.yaml")).Exits(0);
    }

    [Fact]
    public async Task Help_has_the_page_of_a_finding_and_of_a_command()
    {
        Assert.StartsWith("# AKSE2101: ", (await _folder.RunAsync("help", "akse2101")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("AKSE2101", (await _folder.RunAsync("help", "AKSE2101", "--format", "json")).Exits(0).Json.GetProperty("code").GetString());
        Assert.Equal((await _folder.RunAsync("shadow", "--help")).Output, (await _folder.RunAsync("help", "shadow")).Exits(0).Output);
        Assert.Contains("Commands:", (await _folder.RunAsync("help")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed() =>
        Assert.Equal("http://json-schema.org/draft-07/schema#", (await _folder.RunAsync("schema")).Exits(0).Json.GetProperty("$schema").GetString());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_nobody_thought_of_gives_3_and_asks_to_report_it(bool isVerbose)
    {
        using var error = new MemoryStream();
        var terminal = new Terminal(new BrokenStream(), Stream.Null, error, _folder.Root);
        var code = await CommandRunner.RunAsync(isVerbose ? ["validate", "-", "--verbose"] : ["validate", "-"], terminal);

        var text = System.Text.Encoding.UTF8.GetString(error.ToArray());
        Assert.Equal(3, code);
        Assert.Contains("Please report it", text, StringComparison.Ordinal);
        Assert.Equal(isVerbose, text.Contains("   at ", StringComparison.Ordinal));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("broken");

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("broken");
    }
}

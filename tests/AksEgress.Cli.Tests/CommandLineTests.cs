using AksEgress.Cli.Console;
using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>What all commands have in common.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Folder _folder = new();

    public static TheoryData<string> Commands => ["validate", "build", "explain", "schema", "init"];

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
    public async Task The_shell_gets_completions(string directive, string line, string expected) =>
        Assert.Contains(expected, (await _folder.RunAsync(directive, line)).Exits(0).Output.ReplaceLineEndings("\n").Split('\n'));

    [Fact]
    public async Task A_word_that_is_no_command_gives_2() => (await _folder.RunAsync("validat")).Exits(2);

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
        var code = await CommandLine.RunAsync(isVerbose ? ["validate", "-", "--verbose"] : ["validate", "-"], terminal);

        var text = System.Text.Encoding.UTF8.GetString(error.ToArray());
        Assert.Equal(3, code);
        Assert.Contains("Please report it", text, StringComparison.Ordinal);
        Assert.Equal(isVerbose, text.Contains("   at ", StringComparison.Ordinal));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => throw new InvalidOperationException("broken");
    }
}

using System.Text.Json;

namespace AksEgress.Cli.Tests.Infrastructure;

/// <summary>How a command ended.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public CliResult Exits(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}\n{Output}\n{Error}");
        return this;
    }
}

using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.Compilation;

namespace AksEgress.CommandLine.Documents;

/// <summary>The option that names the Bicep CLI.</summary>
internal sealed class BicepOption : Option<string?>
{
    public BicepOption()
        : base("--bicep")
    {
        Description = "The Bicep CLI. Default: bicep on the PATH, else the copy of az.";
        HelpName = "path";
    }

    /// <summary>Its full path; null where there is none. One that is named and missing is an error of its own, no reason to look for another one.</summary>
    public string? Find(Terminal terminal, ParseResult arguments) =>
        arguments.GetValue(this) is { } path ? terminal.FullPath(path) : BicepCliLocator.Find(terminal.Variable("PATH"), AzureCliBin(terminal));

    private static string AzureCliBin(Terminal terminal) =>
        Path.Combine(terminal.Variable("AZURE_CONFIG_DIR") is { Length: > 0 } folder ? folder : Path.Combine(terminal.HomeDirectory, ".azure"), "bin");
}

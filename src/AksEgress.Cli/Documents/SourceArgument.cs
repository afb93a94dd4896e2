using System.CommandLine;

namespace AksEgress.Cli.Documents;

/// <summary>The argument that names the topology which a command is about.</summary>
internal sealed class SourceArgument : Argument<string>
{
    public SourceArgument(string name = "source", string description = "The topology")
        : base(name) => Description = $"{description}: a document, a template (.bicep, .bicepparam, ARM JSON), what 'az … -o json' prints, or a folder with such JSON; '-' is standard input.";

    /// <summary>True when the topology is standard input.</summary>
    public bool IsStandardInput(ParseResult arguments) => arguments.GetValue(this) == InputFile.StandardInput;
}

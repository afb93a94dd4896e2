using System.CommandLine;
using AksEgress.CommandLine.Console;

namespace AksEgress.CommandLine.Documents;

/// <summary>The argument that names the topology which a command is about.</summary>
internal sealed class SourceArgument : Argument<string?>
{
    private readonly Terminal _terminal;

    public SourceArgument(Terminal terminal, string name = "source", string description = "The topology")
        : base(name)
    {
        _terminal = terminal;
        var program = terminal.Program;
        Description = $"{description}: {(!program.IsTool ? $"one of {program.FileName} by its name (default: the only one), " : "")}a document, a template (.bicep, .bicepparam, ARM JSON), what 'az … -o json' prints, or a folder with such JSON; '-' is standard input. 'shop.egress.yaml#prod' is an environment of a document.";
        Arity = program.IsTool ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne;
    }

    /// <summary>True when the topology is standard input.</summary>
    public bool IsStandardInput(ParseResult arguments) => InputFile.IsStandardInput(arguments.GetValue(this));

    /// <summary>True when what stands here names no topology of a program that has some, and no file: then it is what comes next.</summary>
    public bool IsLeftOut(ParseResult arguments) =>
        !_terminal.Program.IsTool && arguments.GetValue(this) is { } value && !InputFile.IsStandardInput(value) && _terminal.Program.Find(value) is null && !Path.Exists(DocumentAddress.Parse(_terminal.FullPath(value)).File);

    /// <summary>The source.</summary>
    /// <exception cref="BadInputException">It is not said, and there are several.</exception>
    public InputSource Read(ParseResult arguments) => arguments.GetValue(this) is { } value ? InputSource.Of(_terminal, value) : new(_terminal.Program.Only);
}

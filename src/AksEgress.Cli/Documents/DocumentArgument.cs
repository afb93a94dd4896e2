using System.CommandLine;
using AksEgress.Cli.Console;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Cli.Documents;

/// <summary>The argument that names the document which a command is about.</summary>
internal sealed class DocumentArgument : Argument<string>
{
    public DocumentArgument(string name = "file", string description = "The document")
        : base(name) => Description = $"{description}; '-' is standard input.";

    /// <summary>True when the document is standard input.</summary>
    public bool IsStandardInput(ParseResult arguments) => arguments.GetValue(this) == InputFile.StandardInput;

    /// <summary>Reads the document.</summary>
    /// <exception cref="BadInputException">It cannot be read at all.</exception>
    public TopologyDocument ReadDocument(Terminal terminal, ParseResult arguments) =>
        DocumentFile.Of(terminal, arguments.GetValue(this)!).TryRead(terminal, out var document, out var unreadable) ? document : throw new BadInputException([unreadable]);

    /// <summary>Reads the topology that can be asked.</summary>
    /// <exception cref="BadInputException">It cannot be read, or has errors.</exception>
    public EgressTopology Read(Terminal terminal, ParseResult arguments)
    {
        var document = ReadDocument(terminal, arguments);
        DiagnosticBag errors = [.. document.Validate().Where(finding => finding.Severity == DiagnosticSeverity.Error)];
        return errors.HasErrors ? throw new BadInputException(errors) : document.Topology!;
    }
}

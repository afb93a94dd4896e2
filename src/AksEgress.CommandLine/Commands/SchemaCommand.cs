using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress schema</c>.</summary>
internal sealed class SchemaCommand : DocumentedCommand
{
    public SchemaCommand(Terminal terminal)
        : base("schema", "Prints the JSON Schema of documents, with which editors complete and check them.")
    {
        // The schema is JSON in either format.
        Options.Add(OutputFormat.Option(OutputFormat.Text, OutputFormat.Json));
        SetAction(_ =>
        {
            using var schema = TopologyDocument.OpenSchema();
            schema.CopyTo(terminal.OutputStream);
            return ExitCode.Yes;
        });
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress schema > egress.schema.json", "Then, as a document's first line: # yaml-language-server: $schema=egress.schema.json"),
    ];
}

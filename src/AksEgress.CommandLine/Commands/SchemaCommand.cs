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
        var kind = new Option<string>("--kind") { Description = "Of topologies (*.egress.yaml), or of the rules that they include (*.rules.yaml).", DefaultValueFactory = _ => "topology" }.AcceptOnlyFromAmong("topology", "rules");
        Options.Add(kind);
        // The schema is JSON in either format.
        Options.Add(OutputFormat.Option(OutputFormat.Text, OutputFormat.Json));
        SetAction(arguments =>
        {
            using var schema = TopologyDocument.OpenSchema(arguments.GetValue(kind) == "rules" ? DocumentKind.Rules : DocumentKind.Topology);
            schema.CopyTo(terminal.OutputStream);
            return ExitCode.Yes;
        });
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress schema > egress.schema.json", "Then, as a document's first line: # yaml-language-server: $schema=egress.schema.json"),
        ("aks-egress schema --kind rules > rules.schema.json", "For files that documents include."),
    ];
}

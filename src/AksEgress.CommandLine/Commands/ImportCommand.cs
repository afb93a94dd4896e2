using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Diagnostics;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress import</c>.</summary>
internal sealed class ImportCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly SourceArgument _source;
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file that takes the document. Default: standard output.", HelpName = "file" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the file where it is there already." };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);
    private readonly SourceOptions _sources = new();

    public ImportCommand(Terminal terminal)
        : base("import", "Writes the document of a template or of what is deployed: the shortest that comes to the same.")
    {
        _terminal = terminal;
        _source = new(terminal, "source", "What becomes a document");
        Arguments.Add(_source);
        foreach (var option in (Option[])[_output, _force, _format])
        {
            Options.Add(option);
        }

        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress import main.bicepparam -o shop.egress.yaml", "The document of a template. What could not be carried over stands in it as comments."),
        ("aks-egress import deployed/ -o shop.egress.yaml", "The document of what 'az … -o json' printed into the files of a folder."),
        ("az group export --name shop-rg | aks-egress import - --location westeurope", "The same from standard input, to standard output."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var source = await _sources.ReadSourceAsync(_terminal, arguments, _source, cancellationToken);
        if (source.Document is not null)
        {
            throw new BadInputException($"'{source.Name}' is a document already.");
        }

        var document = source.ToDocument();
        var file = arguments.GetValue(_output);
        if (file is not null)
        {
            OutputFile.Write(_terminal, file, document, "The document", replaces: arguments.GetValue(_force));
        }

        // What is deployed may be wrong; the document then says so too, until somebody mends it.
        var errors = TopologyDocument.Parse(document, file ?? source.Name).Validate().Where(finding => finding.Severity == DiagnosticSeverity.Error);
        if (arguments.GetValue(_format) == OutputFormat.Json)
        {
            new FindingsReport(_terminal, OutputFormat.Json).WriteJson([.. source.Diagnostics, .. errors], json => json.WriteString(file is null ? "document" : "file", file ?? document));
        }
        else
        {
            FindingsReport.WriteText(_terminal.StyledError, errors);
            _terminal.Output.Write(file is null ? document : file + "\n");
        }

        return ExitCode.Yes;
    }
}

using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress report</c>.</summary>
internal sealed class ReportCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly SourceArgument _source;
    private readonly SourceOptions _sources = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file that takes the report. Default: standard output.", HelpName = "file" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Html, OutputFormat.Markdown);
    private readonly FindingOptions _findings = new();

    public ReportCommand(Terminal terminal)
        : base("report", "Writes a page about a topology: its picture, the rules as they are evaluated, what is covered, how much room there is, what was found.")
    {
        _terminal = terminal;
        _source = new(terminal);
        Arguments.Add(_source);
        Options.Add(_output);
        Options.Add(_format);
        _findings.AddTo(this);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress report shop.egress.yaml -o shop.html", "One file, which needs no network and no script."),
        ("aks-egress report shop.egress.yaml --format markdown", "The same as Markdown."),
        ("aks-egress report deployed/ -o deployed.html", "The page of what is deployed, by what 'az … -o json' printed into the files of a folder."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var source = await _sources.ReadSourceAsync(_terminal, arguments, _source, cancellationToken);
        try
        {
            var extension = arguments.GetValue(_format) == OutputFormat.Html ? ".html" : ".md";
            Write(arguments.GetValue(_output), source.RenderReport(_findings.Read(arguments)).Single(report => Path.GetExtension(report.Path) == extension).Content);
            return ExitCode.Yes;
        }
        catch (InvalidTopologyException e)
        {
            throw new BadInputException([.. e.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)]);
        }
    }

    private void Write(string? file, string text)
    {
        if (file is null)
        {
            _terminal.Output.Write(text);
            return;
        }

        OutputFile.Write(_terminal, file, text, "The report", replaces: true);
    }
}

using System.CommandLine;
using System.Text;
using AksEgress.Cli.Console;
using AksEgress.Cli.Documents;
using AksEgress.Diagnostics;

namespace AksEgress.Cli.Commands;

/// <summary><c>aks-egress report</c>.</summary>
internal sealed class ReportCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly DocumentArgument _document = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file that takes the report. Default: standard output.", HelpName = "file" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Html, OutputFormat.Markdown);
    private readonly FindingOptions _findings = new();

    public ReportCommand(Terminal terminal)
        : base("report", "Writes a page about a topology: its picture, the rules as they are evaluated, what is covered, how much room there is, what was found.")
    {
        _terminal = terminal;
        Arguments.Add(_document);
        Options.Add(_output);
        Options.Add(_format);
        _findings.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress report shop.egress.yaml -o shop.html", "One file, which needs no network and no script."),
        ("aks-egress report shop.egress.yaml --format markdown", "The same as Markdown."),
    ];

    private int Run(ParseResult arguments)
    {
        var document = _document.ReadDocument(_terminal, arguments);
        try
        {
            var extension = arguments.GetValue(_format) == OutputFormat.Html ? ".html" : ".md";
            Write(arguments.GetValue(_output), document.RenderReport(_findings.Read(arguments)).Single(report => Path.GetExtension(report.Path) == extension).Content);
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

        var path = _terminal.FullPath(file);
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The report cannot be written to '{file}'. {FileProblem.OfWriting(e, path)}");
        }
    }
}

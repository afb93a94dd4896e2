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
    private readonly Argument<string> _document = new("file") { Description = "The document; '-' is standard input." };
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
        var file = arguments.GetValue(_document)!;
        var named = file == DocumentFile.StandardInput ? new DocumentFile("<stdin>", null) : new(file, _terminal.FullPath(file));
        if (!named.TryRead(_terminal, out var document, out var unreadable))
        {
            FindingsReport.WriteText(_terminal.StyledError, [unreadable]);
            return ExitCode.BadInput;
        }

        try
        {
            var extension = arguments.GetValue(_format) == OutputFormat.Html ? ".html" : ".md";
            Write(arguments.GetValue(_output), document.RenderReport(_findings.Read(arguments)).Single(report => Path.GetExtension(report.Path) == extension).Content);
            return ExitCode.Yes;
        }
        catch (InvalidTopologyException e)
        {
            FindingsReport.WriteText(_terminal.StyledError, e.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error));
            return ExitCode.BadInput;
        }
    }

    private void Write(string? file, string text)
    {
        if (file is null)
        {
            _terminal.Output.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(_terminal.FullPath(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The report cannot be written: {e.Message}");
        }
    }
}

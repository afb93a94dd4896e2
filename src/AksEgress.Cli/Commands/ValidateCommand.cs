using System.CommandLine;
using AksEgress.Cli.Console;
using AksEgress.Cli.Documents;
using AksEgress.Diagnostics;
using AksEgress.Generation;

namespace AksEgress.Cli.Commands;

/// <summary><c>aks-egress validate</c>.</summary>
internal sealed class ValidateCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _documents = DocumentList.Argument();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Sarif);
    private readonly FindingOptions _findings = new();

    public ValidateCommand(Terminal terminal)
        : base("validate", "Finds what is wrong with documents before Azure does.")
    {
        _terminal = terminal;
        Arguments.Add(_documents);
        Options.Add(_format);
        _findings.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress validate", "All documents below the current folder."),
        ("aks-egress validate shop.egress.yaml --severity AKSE2224=error", "One document, with a severity that comes before the document's own."),
        ("aks-egress validate --format sarif > egress.sarif", "A log for code scanning."),
        ("cat shop.egress.yaml | aks-egress validate -", "A document from standard input."),
    ];

    private int Run(ParseResult arguments)
    {
        var options = _findings.Read(arguments);
        var format = arguments.GetValue(_format)!;
        var documents = DocumentList.Find(_terminal, arguments.GetValue(_documents)!, namesAreFullPaths: format != OutputFormat.Text);
        var findings = new DiagnosticBag();
        findings.AddRange(options.Validate());
        var names = new SharedNames();
        foreach (var document in documents)
        {
            findings.AddRange(document.TryRead(_terminal, out var topology, out var unreadable) ? topology.Validate(options) : [unreadable]);
            findings.AddRange(topology?.Readable is { } readable && names.Find(document.Name, readable.Name, readable.At(nameof(readable.Name))) is { } shared ? [shared] : []);
        }

        new FindingsReport(_terminal, format).Write(findings, documents.Count);
        return FindingsReport.ExitCodeOf(findings);
    }
}

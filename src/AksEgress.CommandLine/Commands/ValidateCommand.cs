using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Generation;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress validate</c>.</summary>
internal sealed class ValidateCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _documents;
    private readonly SourceOptions _sources = new();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Sarif);
    private readonly FindingOptions _findings = new();

    public ValidateCommand(Terminal terminal)
        : base("validate", "Finds what is wrong with documents and templates before Azure does, and with what is deployed.")
    {
        _terminal = terminal;
        _documents = DocumentList.Argument(terminal.Program, ", templates (.bicep, .bicepparam, ARM JSON), what 'az … -o json' prints, and folders with such JSON");
        Arguments.Add(_documents);
        Options.Add(_format);
        _findings.AddTo(this);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress validate", $"Looks at {DocumentList.AllOf(_terminal.Program)}."),
        ("aks-egress validate shop.egress.yaml --severity AKSE2224=error", "Looks at one, with a severity that comes before its own."),
        ("aks-egress validate --format sarif > egress.sarif", "A log for code scanning."),
        ("aks-egress validate main.bicepparam", "What a template would deploy; so too for .bicep, ARM JSON, and a folder with what 'az … -o json' prints."),
        ("cat shop.egress.yaml | aks-egress validate -", "A document from standard input."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var options = _findings.Read(arguments);
        var format = arguments.GetValue(_format)!;
        var documents = arguments.GetValue(_documents)!;
        var isProgram = documents.Length == 0 && !_terminal.Program.IsTool;
        // A member that gives no topology is a finding, and keeps none about the others back.
        var inputs = isProgram ? [.. _terminal.Program.Given.Select(code => new InputSource(code))]
            : DocumentList.Find(_terminal, documents, namesAreFullPaths: format != OutputFormat.Text, takesResources: true);
        var sources = await _sources.ReadAsync(_terminal, arguments, inputs, cancellationToken);
        var findings = options.Validate();
        findings.AddRange(isProgram ? _terminal.Program.Problems : []);
        var names = new SharedNames();
        findings.AddRange(IncludedFindings.Once(sources.Select(source => ((string?)source.Name, source.Validate(options).All.Concat(source.FindSharedNames(names))))));

        new FindingsReport(_terminal, format).Write(findings, sources);
        return FindingsReport.ExitCodeOf(findings);
    }
}

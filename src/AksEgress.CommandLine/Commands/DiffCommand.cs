using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress diff</c>.</summary>
internal sealed class DiffCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly SourceArgument _before;
    private readonly SourceArgument _after;
    private readonly SourceOptions _sources = new();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public DiffCommand(Terminal terminal)
        : base("diff", "Says what a change opens and closes; names and order that change nothing are no difference.")
    {
        _terminal = terminal;
        _before = new(terminal, "before", "The topology as it was, or as it is deployed");
        _after = new(terminal, "after", "The topology as it is now");
        Arguments.Add(_before);
        Arguments.Add(_after);
        Options.Add(_format);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress diff old.egress.yaml shop.egress.yaml", "0 when every connection becomes what it was before, 1 when not."),
        ("git show main:shop.egress.yaml | aks-egress diff - shop.egress.yaml", "What do the changes since main open?"),
        ("aks-egress diff shop.egress.yaml deployed/", "What has somebody changed since? The folder has what 'az … -o json' printed of what is deployed."),
        ("aks-egress diff shop.egress.yaml main.bicepparam", "Does a template allow what the document allows?"),
        ("aks-egress diff shop.egress.yaml#dev shop.egress.yaml#prod", "What may one environment reach that another may not?"),
        ("aks-egress diff old.egress.yaml shop.egress.yaml --format markdown", "For a comment on a pull request."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_before.IsStandardInput(arguments) && _after.IsStandardInput(arguments))
        {
            throw new BadInputException("Standard input is one of the two.");
        }

        var (before, after) = (_before.Read(arguments), _after.Read(arguments));
        if (before.Code is not null && before == after)
        {
            throw new BadInputException($"Say what '{before.Name}' is compared with: another topology of {_terminal.Program.FileName}, a document, a template, or what is deployed.");
        }

        var topologies = await _sources.ReadTopologiesAsync(_terminal, arguments, [before, after], cancellationToken);
        var difference = topologies[0].CompareWith(topologies[1]);
        if (arguments.GetValue(_format) == OutputFormat.Markdown)
        {
            _terminal.Output.Write(difference.RenderMarkdown(topologies[1].Name));
        }
        else
        {
            ReportWriter.Write(_terminal, arguments.GetValue(_format)!, difference.WriteText, difference.WriteJson);
        }

        return difference.IsEmpty ? ExitCode.Yes : ExitCode.No;
    }
}

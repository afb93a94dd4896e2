using System.CommandLine;
using AksEgress.Cli.Console;
using AksEgress.Cli.Documents;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Cli.Commands;

/// <summary><c>aks-egress diff</c>.</summary>
internal sealed class DiffCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly DocumentArgument _before = new("before", "The document as it was");
    private readonly DocumentArgument _after = new("after", "The document as it is now");
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public DiffCommand(Terminal terminal)
        : base("diff", "Says what a change opens and closes; names and order that change nothing are no difference.")
    {
        _terminal = terminal;
        Arguments.Add(_before);
        Arguments.Add(_after);
        Options.Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress diff old.egress.yaml shop.egress.yaml", "0 when every connection becomes what it was before, 1 when not."),
        ("git show main:shop.egress.yaml | aks-egress diff - shop.egress.yaml", "What do the changes since main open?"),
        ("aks-egress diff old.egress.yaml shop.egress.yaml --format markdown", "For a comment on a pull request."),
    ];

    private int Run(ParseResult arguments)
    {
        if (_before.IsStandardInput(arguments) && _after.IsStandardInput(arguments))
        {
            throw new BadInputException("Standard input is one of the two documents.");
        }

        var errors = new DiagnosticBag();
        var (before, after) = (Read(_before), Read(_after));
        if (before is null || after is null)
        {
            throw new BadInputException(errors);
        }

        var difference = before.CompareWith(after);
        if (arguments.GetValue(_format) == OutputFormat.Markdown)
        {
            _terminal.Output.Write(difference.RenderMarkdown(after.Name));
        }
        else
        {
            ReportWriter.Write(_terminal, arguments.GetValue(_format)!, difference.WriteText, difference.WriteJson);
        }

        return difference.IsEmpty ? ExitCode.Yes : ExitCode.No;

        // The errors of both are told.
        EgressTopology? Read(DocumentArgument document)
        {
            try
            {
                return document.Read(_terminal, arguments);
            }
            catch (BadInputException e) when (e.Findings is { } findings)
            {
                errors.AddRange(findings);
                return null;
            }
        }
    }
}

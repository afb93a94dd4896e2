using System.CommandLine;
using AksEgress.Cli.Console;
using AksEgress.Cli.Documents;

namespace AksEgress.Cli.Commands;

/// <summary><c>aks-egress diff</c>.</summary>
internal sealed class DiffCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _before = new("before") { Description = "The document as it was; '-' is standard input." };
    private readonly Argument<string> _after = new("after") { Description = "The document as it is now; '-' is standard input." };
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
        var (before, after) = (arguments.GetValue(_before)!, arguments.GetValue(_after)!);
        if (before == DocumentFile.StandardInput && after == DocumentFile.StandardInput)
        {
            throw new BadInputException("Standard input is one of the two documents.");
        }

        // Both, so that the errors of both are told.
        var (was, becomes) = (AnalyzedDocument.LoadTopology(_terminal, before), AnalyzedDocument.LoadTopology(_terminal, after));
        if (was is null || becomes is null)
        {
            return ExitCode.BadInput;
        }

        var difference = was.CompareWith(becomes);
        if (arguments.GetValue(_format) == OutputFormat.Markdown)
        {
            _terminal.Output.Write(difference.RenderMarkdown(becomes.Name));
        }
        else
        {
            ReportWriter.Write(_terminal, arguments.GetValue(_format)!, difference.WriteText, difference.WriteJson);
        }

        return difference.IsEmpty ? ExitCode.Yes : ExitCode.No;
    }
}

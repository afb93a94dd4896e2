using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress shadow</c>.</summary>
internal sealed class ShadowCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly SourceArgument _source;
    private readonly SourceOptions _sources = new();
    private readonly ServiceTagsOption _serviceTags = new();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public ShadowCommand(Terminal terminal)
        : base("shadow", "Finds the rules that never match, or do less than they say, because of others.")
    {
        _terminal = terminal;
        _source = new(terminal);
        Arguments.Add(_source);
        Options.Add(_serviceTags);
        Options.Add(_format);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress shadow shop.egress.yaml", "Which rules could go, and which never come to their turn? 0 when there is none, 1 when there are."),
        ("az network firewall policy rule-collection-group list --policy-name hub --resource-group hub-rg -o json | aks-egress shadow -", "The same of a policy that is deployed."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var topology = await _sources.ReadTopologyAsync(_terminal, arguments, _source, cancellationToken);
        var report = topology.Analyze(_serviceTags.Read(_terminal, arguments)).FindShadowedRules();
        ReportWriter.Write(_terminal, arguments.GetValue(_format)!, report.WriteText, report.WriteJson);
        return report.IsClean ? ExitCode.Yes : ExitCode.No;
    }
}

using System.CommandLine;
using AksEgress.Analysis;
using AksEgress.Cli.Console;
using AksEgress.Cli.Documents;

namespace AksEgress.Cli.Commands;

/// <summary><c>aks-egress capacity</c>.</summary>
internal sealed class CapacityCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _document = new("file") { Description = "The document; '-' is standard input." };
    private readonly Option<int> _connectionsPerPod = Number("--connections-per-pod", 0, "Connections of each pod at once to the destination that most go to.", _ => 1);
    private readonly Option<int> _connectionsPerNode = Number("--connections-per-node", 0, "Connections of each node beside.", _ => 0);
    private readonly Option<int?> _pods = Number<int?>("--pods", 0, "The pods that run. Default: as many as the nodes take.");
    private readonly Option<int?> _leastInstances = Number<int?>("--least-instances", 1, "The fewest instances of the firewall. Default: what Azure keeps.");
    private readonly Option<int?> _mostInstances = Number<int?>("--most-instances", 1, "The most instances of the firewall. Default: what Azure scales out to.");
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public CapacityCommand(Terminal terminal)
        : base("capacity", "Says whether the firewall has ports for all pods, and how much of Azure's limits is used.")
    {
        _terminal = terminal;
        Arguments.Add(_document);
        Options.Add(_connectionsPerPod);
        Options.Add(_connectionsPerNode);
        Options.Add(_pods);
        Options.Add(_leastInstances);
        Options.Add(_mostInstances);
        Options.Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress capacity shop.egress.yaml", "Is it enough? 0 when it is, at the latest when the firewall has scaled out; 1 when not."),
        ("aks-egress capacity shop.egress.yaml --connections-per-pod 8 --pods 600", "With a load that is known."),
    ];

    private int Run(ParseResult arguments)
    {
        if (AnalyzedDocument.LoadTopology(_terminal, arguments.GetValue(_document)!) is not { } topology)
        {
            return ExitCode.BadInput;
        }

        var report = topology.Capacity(new CapacityOptions
        {
            ConnectionsPerPod = arguments.GetValue(_connectionsPerPod),
            ConnectionsPerNode = arguments.GetValue(_connectionsPerNode),
            Pods = arguments.GetValue(_pods),
            LeastInstances = arguments.GetValue(_leastInstances),
            MostInstances = arguments.GetValue(_mostInstances),
        });
        ReportWriter.Write(_terminal, arguments.GetValue(_format)!, report.WriteText, report.WriteJson);
        return report.IsEnough ? ExitCode.Yes : ExitCode.No;
    }

    private static Option<T> Number<T>(string name, int least, string description, Func<System.CommandLine.Parsing.ArgumentResult, T>? byDefault = null)
    {
        var option = new Option<T>(name) { Description = description, HelpName = "number", DefaultValueFactory = byDefault };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < least)
            {
                result.AddError(FormattableString.Invariant($"{name} is {least} or more."));
            }
        });
        return option;
    }
}

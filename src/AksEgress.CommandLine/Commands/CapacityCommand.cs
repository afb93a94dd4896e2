using System.CommandLine;
using AksEgress.Analysis;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress capacity</c>.</summary>
internal sealed class CapacityCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly SourceArgument _source;
    private readonly SourceOptions _sources = new();
    private readonly Option<int> _connectionsPerPod = new("--connections-per-pod") { Description = "Connections of each pod at once to the destination that most go to.", HelpName = "number", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _connectionsPerNode = new("--connections-per-node") { Description = "Connections of each node beside.", HelpName = "number" };
    private readonly Option<int?> _pods = new("--pods") { Description = "The pods that run. Default: as many as the nodes take.", HelpName = "number" };
    private readonly Option<int?> _leastInstances = new("--least-instances") { Description = "The fewest instances, where the firewall is prescaled. Default: 2, which Azure keeps.", HelpName = "number" };
    private readonly Option<int?> _mostInstances = new("--most-instances") { Description = "The most instances, where the firewall is prescaled. Default: what Azure scales out to.", HelpName = "number" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public CapacityCommand(Terminal terminal)
        : base("capacity", "Says whether the firewall has ports for all pods, and how much of Azure's limits is used.")
    {
        _terminal = terminal;
        _source = new(terminal);
        Arguments.Add(_source);
        Options.Add(_connectionsPerPod);
        Options.Add(_connectionsPerNode);
        Options.Add(_pods);
        Options.Add(_leastInstances);
        Options.Add(_mostInstances);
        Options.Add(_format);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress capacity shop.egress.yaml", "Is it enough? 0 when it is on the fewest instances; 1 when it is not, or only after the firewall has scaled out: until then connections fail."),
        ("aks-egress capacity shop.egress.yaml --connections-per-pod 8 --pods 600", "With a load that is known."),
        ("aks-egress capacity main.bicep --parameters nodes=20", "Is it enough for the cluster of a template?"),
        ("aks-egress capacity shop.egress.yaml --least-instances 6", "The firewall is prescaled; no document says so."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var topology = await _sources.ReadTopologyAsync(_terminal, arguments, _source, cancellationToken);
        var options = new CapacityOptions
        {
            ConnectionsPerPod = arguments.GetValue(_connectionsPerPod),
            ConnectionsPerNode = arguments.GetValue(_connectionsPerNode),
            Pods = arguments.GetValue(_pods),
            LeastInstances = arguments.GetValue(_leastInstances),
            MostInstances = arguments.GetValue(_mostInstances),
        };
        if (options.FindProblem(topology) is { } problem)
        {
            throw new BadInputException(problem);
        }

        var report = topology.Capacity(options);
        ReportWriter.Write(_terminal, arguments.GetValue(_format)!, report.WriteText, report.WriteJson);
        return report.IsEnough ? ExitCode.Yes : ExitCode.No;
    }
}

using System.CommandLine;
using AksEgress.Analysis;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress explain</c>.</summary>
internal sealed class ExplainCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly SourceArgument _source;
    private readonly SourceOptions _sources = new();
    private readonly FlowOptions _flow = new();
    private readonly Option<string?> _flows = new("--flows") { Description = "Many flows: a file with a JSON object a line, '-' for standard input.", HelpName = "file.jsonl" };
    private readonly ServiceTagsOption _serviceTags = new();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public ExplainCommand(Terminal terminal)
        : base("explain", "Says what becomes of a connection: by which rule, with which public address, and why.")
    {
        _terminal = terminal;
        _source = new(terminal);
        Arguments.Add(_source);
        _flow.AddTo(this);
        Options.Add(_flows);
        Options.Add(_serviceTags);
        Options.Add(_format);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress explain shop.egress.yaml mcr.microsoft.com", "May any pod reach it over HTTPS?"),
        ("aks-egress explain shop.egress.yaml --from aks-subnet --to ntp.ubuntu.com --port 123 --protocol udp", "The same, said in full."),
        ("aks-egress explain shop.egress.yaml --from 198.51.100.7 --to frontend --port 80 --protocol tcp", "From outside, to the firewall's first public address."),
        ("aks-egress explain main.bicepparam mcr.microsoft.com", "What would a template allow? With a main.bicep, give what it needs: --parameters name=value."),
        ("aks-egress explain deployed/ mcr.microsoft.com", "What does the firewall allow now? The folder has what 'az network firewall show -o json' and its like printed."),
        ("aks-egress explain shop.egress.yaml --flows flows.jsonl --format json", "An answer a line, for lines such as {\"from\":\"any pod\",\"to\":\"ghcr.io\",\"port\":443,\"protocol\":\"https\"}."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var flows = arguments.GetValue(_flows);
        var isLeftOut = flows is null && !_flow.SaysTarget(arguments) && _source.IsLeftOut(arguments);
        var flow = _flow.Read(arguments, isWanted: flows is null, isLeftOut ? arguments.GetValue(_source) : null);
        if (flows == InputFile.StandardInput && _source.IsStandardInput(arguments))
        {
            throw new BadInputException("Standard input is either the topology or the flows.");
        }

        var source = isLeftOut ? new(_terminal.Program.Only) : _source.Read(arguments);
        var topology = (await _sources.ReadTopologiesAsync(_terminal, arguments, [source], cancellationToken))[0];
        var analysis = topology.Analyze(_serviceTags.Read(_terminal, arguments));

        var writer = AnswerWriter.Create(_terminal, arguments.GetValue(_format)!, isOneOfMany: flow is null);
        return flow is null ? ExplainAll(analysis, flows!, writer) : ExplainOne(analysis, flow, writer);
    }

    private static int ExplainOne(EgressAnalysis analysis, Flow flow, AnswerWriter writer)
    {
        if (analysis.FindProblem(flow) is { } problem)
        {
            throw new BadInputException(problem);
        }

        var answer = analysis.Explain(flow);
        writer.Write(answer);
        return answer.Verdict == Verdict.Allow ? ExitCode.Yes : ExitCode.No;
    }

    private int ExplainAll(EgressAnalysis analysis, string file, AnswerWriter writer)
    {
        var code = ExitCode.Yes;
        using var stream = InputFile.Open(_terminal, file, "The file of flows");
        foreach (var line in FlowJson.ReadLines(stream, _terminal.Flush))
        {
            var problem = line.Flow is { } flow ? analysis.FindProblem(flow) : line.Problem;
            if (problem is null)
            {
                var answer = analysis.Explain(line.Flow!);
                writer.Write(answer, line.Number);
                code = answer.Verdict == Verdict.Allow ? code : Math.Max(code, ExitCode.No);
            }
            else
            {
                code = ExitCode.BadInput;
                var text = string.Concat(problem.Select(character => char.IsControl(character) ? ' ' : character));
                _terminal.StyledError.Write(FormattableString.Invariant($"{InputFile.NameOf(file)}({line.Number}): "), Tone.Strong);
                _terminal.StyledError.Write("error: ", Tone.Bad);
                _terminal.StyledError.WriteLine(text);
            }
        }

        return code;
    }
}

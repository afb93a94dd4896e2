using System.CommandLine;
using AksEgress.Analysis;
using AksEgress.Cli.Console;
using AksEgress.Cli.Documents;

namespace AksEgress.Cli.Commands;

/// <summary><c>aks-egress explain</c>.</summary>
internal sealed class ExplainCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _document = new("file") { Description = "The document; '-' is standard input." };
    private readonly FlowOptions _flow = new();
    private readonly Option<string?> _flows = new("--flows") { Description = "Many flows: a file with a JSON object a line, '-' for standard input.", HelpName = "file.jsonl" };
    private readonly Option<string?> _serviceTags = new("--service-tags") { Description = "Microsoft's file of service tags; without it a service tag may hold any public address.", HelpName = "file.json" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public ExplainCommand(Terminal terminal)
        : base("explain", "Says what becomes of a connection: by which rule, with which public address, and why.")
    {
        _terminal = terminal;
        Arguments.Add(_document);
        _flow.AddTo(this);
        Options.Add(_flows);
        Options.Add(_serviceTags);
        Options.Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress explain shop.egress.yaml mcr.microsoft.com", "May any pod reach it over HTTPS?"),
        ("aks-egress explain shop.egress.yaml --from aks-subnet --to ntp.ubuntu.com --port 123 --protocol udp", "The same, said in full."),
        ("aks-egress explain shop.egress.yaml --from 198.51.100.7 --to frontend --port 80 --protocol tcp", "From outside, to the firewall's first public address."),
        ("aks-egress explain shop.egress.yaml --flows flows.jsonl --format json", "An answer a line, for lines such as {\"from\":\"any pod\",\"to\":\"ghcr.io\",\"port\":443,\"protocol\":\"https\"}."),
    ];

    private int Run(ParseResult arguments)
    {
        var flows = arguments.GetValue(_flows);
        var flow = _flow.Read(arguments, isWanted: flows is null);
        var document = arguments.GetValue(_document)!;
        if (flows == DocumentFile.StandardInput && document == DocumentFile.StandardInput)
        {
            throw new BadInputException("Standard input is either the document or the flows.");
        }

        if (AnalyzedDocument.Load(_terminal, document, arguments.GetValue(_serviceTags)) is not { } analysis)
        {
            return ExitCode.BadInput;
        }

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
        using var stream = Open(file);
        foreach (var line in FlowJson.ReadLines(stream, _terminal.Flush))
        {
            var problem = line.Flow is { } flow ? analysis.FindProblem(flow) : line.Problem;
            if (problem is null)
            {
                var answer = analysis.Explain(line.Flow!);
                writer.Write(answer);
                code = answer.Verdict == Verdict.Allow ? code : Math.Max(code, ExitCode.No);
            }
            else
            {
                code = ExitCode.BadInput;
                var text = string.Concat(problem.Select(character => char.IsControl(character) ? ' ' : character));
                _terminal.StyledError.Write(FormattableString.Invariant($"{(file == DocumentFile.StandardInput ? "<stdin>" : file)}({line.Number}): "), Tone.Strong);
                _terminal.StyledError.Write("error: ", Tone.Bad);
                _terminal.StyledError.WriteLine(text);
            }
        }

        return code;
    }

    private Stream Open(string file)
    {
        try
        {
            return file == DocumentFile.StandardInput ? _terminal.Input : File.OpenRead(_terminal.FullPath(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The flows cannot be read: {e.Message}");
        }
    }
}

using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress help</c>.</summary>
internal sealed class HelpCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _topic = new("topic") { HelpName = "command or code", Description = "A command, or the code of a finding.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public HelpCommand(Terminal terminal)
        : base("help", "Says what a finding means, why it is one, and how to write it right; or how a command is used.")
    {
        _terminal = terminal;
        _topic.CompletionSources.Add(_ => DiagnosticCatalog.All.Select(descriptor => descriptor.Code));
        Arguments.Add(_topic);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    /// <summary>All commands.</summary>
    public Command? Root { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress help AKSE2101", "The page of the finding."),
        ("aks-egress help explain", "The same as aks-egress explain --help."),
    ];

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var topic = arguments.GetValue(_topic);
        if (topic is not null && DiagnosticCatalog.Find(topic) is { } finding)
        {
            Write(finding, arguments.GetValue(_format)!);
            return Task.FromResult(ExitCode.Yes);
        }

        var commands = Root!.Subcommands.Select(command => command.Name).ToList();
        return topic is null || commands.Contains(topic)
            ? Root.Parse(topic is null ? ["--help"] : [topic, "--help"]).InvokeAsync(arguments.InvocationConfiguration, cancellationToken)
            : throw new BadInputException($"There is no command and no code '{topic}'. {NearestWord.Advise(NearestWord.Find(topic, [.. commands, .. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)]), commands)}");
    }

    private void Write(DiagnosticDescriptor finding, string format) => ReportWriter.Write(
        _terminal,
        format,
        text => text.Write(finding.ReadHelp()),
        json =>
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("title", finding.Title);
            json.WriteString("help", finding.ReadHelp());
            json.WriteEndObject();
        });
}

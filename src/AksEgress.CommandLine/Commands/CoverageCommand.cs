using System.CommandLine;
using System.Text.Json;
using AksEgress.Analysis;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress coverage</c>.</summary>
internal sealed class CoverageCommand : DocumentedCommand
{
    private static readonly Dictionary<string, EndpointSet> _sets = Enum.GetValues<EndpointSet>().ToDictionary(set => JsonNamingPolicy.KebabCaseLower.ConvertName(set.ToString()));

    private readonly Terminal _terminal;
    private readonly SourceArgument _source;
    private readonly SourceOptions _sources = new();
    private readonly ManifestOption _manifests = new();
    private readonly Option<string[]> _features = new Option<string[]>("--feature") { HelpName = "set", Description = $"A feature in use, {string.Join(", ", _sets.Keys)}; may be said several times. Default: the sets that the document allows, and windows with a Windows pool." }.AcceptOnlyFromAmong([.. _sets.Keys]);
    private readonly ServiceTagsOption _serviceTags = new();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public CoverageCommand(Terminal terminal)
        : base("coverage", "Says what AKS, the features in use and images need, and which rule covers it or what to write.")
    {
        _terminal = terminal;
        _source = new(terminal);
        Arguments.Add(_source);
        Options.Add(_manifests);
        Options.Add(_features);
        Options.Add(_serviceTags);
        Options.Add(_format);
        _sources.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress coverage shop.egress.yaml", "Does the cluster get what it needs? 0 when it does, 1 when something is missing or in doubt."),
        ("aks-egress coverage shop.egress.yaml --manifest shop.yaml deploy/", "And can it pull the images? Those of a file, and of all manifests below a folder."),
        ("kustomize build | aks-egress coverage shop.egress.yaml --manifest -", "The same with manifests from standard input."),
        ("aks-egress coverage main.bicepparam", "Does the cluster of a template get it?"),
        ("aks-egress coverage shop.egress.yaml --feature azure-monitor --feature defender", "What would these features need?"),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_source.IsStandardInput(arguments) && _manifests.HasStandardInput(arguments))
        {
            throw new BadInputException("Standard input is either the topology or a manifest.");
        }

        var topology = await _sources.ReadTopologyAsync(_terminal, arguments, _source, cancellationToken);
        var analysis = topology.Analyze(_serviceTags.Read(_terminal, arguments));
        var manifests = _manifests.Read(_terminal, arguments);
        var features = arguments.GetValue(_features) ?? [];
        var problems = new DiagnosticBag();
        problems.AddRange(manifests.SelectMany(manifest => manifest.Diagnostics));
        FindingsReport.WriteText(_terminal.StyledError, problems);
        var report = analysis.Coverage(new()
        {
            Features = features.Length == 0 ? null : [.. features.Select(feature => _sets[feature])],
            Images = [.. manifests.SelectMany(manifest => manifest.Images)],
            MissesImages = problems.HasErrors,
        });
        ReportWriter.Write(_terminal, arguments.GetValue(_format)!, report.WriteText, report.WriteJson);

        // What could not be read may hide images.
        return problems.HasErrors ? ExitCode.BadInput : report.IsComplete ? ExitCode.Yes : ExitCode.No;
    }
}

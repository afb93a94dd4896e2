using System.CommandLine;
using System.Text.Json;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress build</c>: what the MSBuild package does in a build, without one.</summary>
internal sealed class BuildCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _documents;
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder that takes one folder per topology.", HelpName = "folder", DefaultValueFactory = _ => "egress" };
    private readonly Option<string> _arm = new Option<string>("--arm") { Description = "Whether ARM templates are written: auto is yes where there is a Bicep CLI.", DefaultValueFactory = _ => "auto" }.AcceptOnlyFromAmong("auto", "true", "false");
    private readonly BicepOption _bicep = new();
    private readonly Option<string?> _templates = new("--templates") { Description = "A folder of templates that replace ours by name.", HelpName = "folder" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);
    private readonly FindingOptions _findings = new();

    public BuildCommand(Terminal terminal)
        : base("build", "Writes Bicep, ARM, parameters, Kubernetes manifests and a deployment script: all of them or, when a document has an error, none.")
    {
        _terminal = terminal;
        _documents = DocumentList.Argument(terminal.Program);
        Arguments.Add(_documents);
        foreach (var option in (Option[])[_output, _arm, _bicep, _templates, _format])
        {
            Options.Add(option);
        }

        _findings.AddTo(this);
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress build shop.egress.yaml -o egress", "Writes egress/shop/main.bicep and all else, and removes what an earlier run wrote there and this one does not."),
        ("aks-egress build --arm false", $"Writes {DocumentList.AllOf(_terminal.Program)}, without ARM templates."),
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var format = arguments.GetValue(_format)!;
        var documents = DocumentList.Find(_terminal, arguments.GetValue(_documents)!, namesAreFullPaths: false);
        if (documents.Any(document => document.IsStandardInput))
        {
            throw new BadInputException("'build' reads files; standard input is none.");
        }

        if (documents.FirstOrDefault(document => document.IsTemplate) is { } template)
        {
            throw new BadInputException($"'build' writes what documents say, and '{template.Name}' is none. '{_terminal.Program.Command} import {template.Name} -o topology.egress.yaml' makes a document of it.");
        }

        var options = ReadOptions(arguments);
        var files = documents.Select(document => document.Address).OfType<DocumentAddress>().ToList();
        var work = TopologyGenerator.RunAsync(files, MembersOf(documents), options, cancellationToken);
        var result = await Progress.RunAsync(_terminal, "Building …", work);
        var former = result.Diagnostics.HasErrors ? OutputList.Empty : OutputList.Update(options.OutputDirectory, documents, result, _terminal.Program);
        var report = new FindingsReport(_terminal, format);
        if (format == OutputFormat.Json)
        {
            report.WriteJson(result.Diagnostics, json => WriteFiles(json, result.Files, former.Removed));
        }
        else
        {
            var names = documents.Where(document => document.Path is not null).DistinctBy(document => document.Path).ToDictionary(document => document.Path!, document => document.Name);
            FindingsReport.WriteText(_terminal.StyledError, result.Diagnostics.Select(finding =>
                finding.Span.File is { } file && names.TryGetValue(file, out var name) ? finding with { Span = finding.Span with { File = name } } : _terminal.Shorten(finding)));
            foreach (var file in result.Files)
            {
                _terminal.Output.WriteLine(Path.GetRelativePath(_terminal.CurrentDirectory, file.Path));
            }

            WriteFormer("removed, as no document makes it any more: ", former.Removed);
            WriteFormer("left there, as somebody changed it; no document makes it any more: ", former.Changed);
        }

        // What was written is there, whatever it warns of.
        return result.Diagnostics.HasErrors ? FindingsReport.ExitCodeOf(result.Diagnostics) : ExitCode.Yes;
    }

    /// <summary>What the program's members gave, without the topologies that are not wanted.</summary>
    private IReadOnlyList<MemberTopologies> MembersOf(IReadOnlyList<InputSource> sources)
    {
        var wanted = sources.Select(source => source.Code?.Topology).ToHashSet();
        return [.. _terminal.Program.Members.Select(member => member with { Topologies = [.. member.Topologies.Where(wanted.Contains)] })];
    }

    private GenerationOptions ReadOptions(ParseResult arguments)
    {
        var output = _terminal.FullPath(arguments.GetValue(_output)!);
        return new()
        {
            OutputDirectory = output,
            // Beside the outputs, so that files need not be copied; two runs do not share it.
            StagingDirectory = Path.Combine(output, $".staging-{Path.GetRandomFileName()}"),
            TemplatesDirectory = arguments.GetValue(_templates) is { } templates ? _terminal.FullPath(templates) : null,
            ArmCompilation = arguments.GetValue(_arm) switch { "true" => ArmCompilation.Always, "false" => ArmCompilation.Never, _ => ArmCompilation.Auto },
            BicepPath = _bicep.Find(_terminal, arguments),
            Diagnostics = _findings.Read(arguments),
        };
    }

    private void WriteFormer(string what, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            _terminal.StyledError.Write(what, Tone.Quiet);
            _terminal.StyledError.WriteLine(Path.GetRelativePath(_terminal.CurrentDirectory, file));
        }
    }

    private void WriteFiles(Utf8JsonWriter json, IReadOnlyList<GeneratedFile> files, IReadOnlyList<string> removed)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", RelativePath(file.Path));
            json.WriteString("kind", file.Kind.ToString());
            json.WriteString("topology", file.Topology);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("removed");
        foreach (var file in removed)
        {
            json.WriteStringValue(RelativePath(file));
        }

        json.WriteEndArray();
    }

    private string RelativePath(string file) => Path.GetRelativePath(_terminal.CurrentDirectory, file).Replace(Path.DirectorySeparatorChar, '/');
}

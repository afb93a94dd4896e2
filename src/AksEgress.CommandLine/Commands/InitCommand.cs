using System.CommandLine;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Init;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Commands;

/// <summary><c>aks-egress init</c>.</summary>
internal sealed class InitCommand : DocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _folder = new("folder") { Description = "Where it goes.", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _kind = new("--kind") { Description = $"What to write: {NewProject.Document} (the document alone), {NewProject.Yaml} (a project with it, tests and a workflow), {NewProject.CSharp} (the same in C#). Default: {NewProject.Document}." };
    private readonly Option<string?> _name = new("--name") { Description = $"Name of the topology. Default: {NewTopology.Default.Name}; of a project, the folder's." };
    private readonly Option<string?> _location = new("--location") { Description = $"Azure region. Default: {NewTopology.Default.Location}." };
    private readonly Option<string?> _prefix = new("--cluster-prefix") { Description = $"Address prefix of the cluster's subnet. Default: {NewTopology.Default.ClusterPrefix}." };
    private readonly Option<string[]> _allow = new("--allow") { HelpName = "set", Description = $"Named sets that the cluster may reach: {string.Join(", ", NewTopology.Sets.Keys)}. Default: aks.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public InitCommand(Terminal terminal)
        : base("init", "Writes a first document with the schema for editors, or a project with tests and a workflow for pull requests, as dotnet new does. On a terminal it asks what no option says; elsewhere it takes the defaults.")
    {
        _terminal = terminal;
        _kind.AcceptOnlyFromAmong([.. NewProject.Kinds]);
        _allow.AcceptOnlyFromAmong([.. NewTopology.Sets.Keys]);
        Arguments.Add(_folder);
        foreach (var option in (Option[])[_kind, _name, _location, _prefix, _allow, _format])
        {
            Options.Add(option);
        }

        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress init", "Asks, and writes a document into the current folder."),
        ("aks-egress init shop --kind csharp --name shop", "Writes a project into the folder shop: the topology in C#, its tests, a workflow."),
        ("aks-egress init infra --name shop --location westeurope --cluster-prefix 10.42.1.0/24 --allow aks docker-hub", "Writes infra/shop.egress.yaml, and infra/egress.schema.json where there is none."),
    ];

    private int Run(ParseResult arguments)
    {
        var questions = _terminal.IsInteractive ? new Questions(_terminal) : null;
        var usual = NewTopology.Default;
        var kind = arguments.GetValue(_kind) ?? questions?.Choose("What do you start with?", NewProject.Kinds) ?? NewProject.Document;
        var topology = new NewTopology(
            Text(arguments.GetValue(_name), "Name of the topology?", kind == NewProject.Document ? usual.Name : NewTopology.NameOf(_terminal.FullPath(arguments.GetValue(_folder)!)), NewTopology.NameProblem),
            Text(arguments.GetValue(_location), "Azure region?", usual.Location, NewTopology.LocationProblem),
            Cidr.Parse(Text(arguments.GetValue(_prefix), "Address prefix of the cluster's subnet?", usual.ClusterPrefix.ToString(), NewTopology.PrefixProblem)),
            arguments.GetValue(_allow) is { Length: > 0 } words ? [.. words.Select(word => NewTopology.Sets[word]).Distinct()] : questions?.AskSets(usual.Allow) ?? usual.Allow);
        var folder = arguments.GetValue(_folder)!;
        var project = NewProject.Of(kind, topology);
        var findings = Validate(kind, topology, project, Path.Combine(folder, project.Topology));
        if (!findings.HasErrors)
        {
            Write(folder, project);
        }

        Report(folder, project, findings, arguments.GetValue(_format)!);
        return findings.HasErrors ? ExitCode.BadInput : ExitCode.Yes;

        string Text(string? given, string question, string answer, Func<string, string?> problemOf)
        {
            var text = given ?? questions?.Ask(question, answer, problemOf) ?? answer;
            return problemOf(text) is { } problem ? throw new BadInputException(problem) : text;
        }
    }

    /// <summary>What is wrong with the answers, at its place in the document that is written; in C# only the file is known.</summary>
    private static DiagnosticBag Validate(string kind, NewTopology topology, NewProject project, string file) => kind == NewProject.CSharp
        ? [.. TopologyDocument.Parse(topology.ToDocument()).Validate().Select(finding => finding with { Span = SourceSpan.WholeFile(file) })]
        : TopologyDocument.Parse(project.Files[project.Topology], file).Validate();

    /// <summary>Writes all files or none. A schema that is there already is as good.</summary>
    private void Write(string folder, NewProject project)
    {
        var files = project.Files.Select(file => (Name: Path.Combine(folder, file.Key), Path: _terminal.FullPath(Path.Combine(folder, file.Key)), Text: file.Value)).ToList();
        files.RemoveAll(file => Path.GetFileName(file.Path) == NewTopology.SchemaFile && File.Exists(file.Path));
        if (files.Find(file => File.Exists(file.Path)) is { Name: { } there })
        {
            throw new BadInputException($"'{there}' is there already, and is left as it is. Choose another --name or folder.");
        }

        var written = new List<string>();
        foreach (var (name, path, text) in files)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
                written.Add(path);
                writer.Write(text);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                written.ForEach(File.Delete);
                throw new BadInputException($"'{name}' cannot be written. {FileProblem.OfWriting(e, path)}");
            }
        }
    }

    /// <summary>Says what was written, and what the answers brought with them: addresses that Azure keeps, for instance. With errors nothing was written.</summary>
    private void Report(string folder, NewProject project, DiagnosticBag findings, string format)
    {
        var files = project.Files.Keys.Select(file => Path.Combine(folder, file)).ToList();
        if (format == OutputFormat.Json)
        {
            new FindingsReport(_terminal, format).WriteJson(findings, json =>
            {
                json.WriteString("file", Path.Combine(folder, project.Topology));
                json.WriteStartArray("files");
                files.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            });
            return;
        }

        if (!findings.HasErrors)
        {
            files.ForEach(_terminal.Output.WriteLine);
        }

        FindingsReport.WriteText(_terminal.StyledError, findings);
    }
}

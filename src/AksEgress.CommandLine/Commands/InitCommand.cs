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
    private readonly Argument<string> _folder = new("folder") { Description = "Where the document goes.", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _name = new("--name") { Description = $"Name of the topology. Default: {NewDocument.Default.Name}." };
    private readonly Option<string?> _location = new("--location") { Description = $"Azure region. Default: {NewDocument.Default.Location}." };
    private readonly Option<string?> _prefix = new("--cluster-prefix") { Description = $"Address prefix of the cluster's subnet. Default: {NewDocument.Default.ClusterPrefix}." };
    private readonly Option<string[]> _allow = new("--allow") { Description = "Named sets that the cluster may reach. Default: aks.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

    public InitCommand(Terminal terminal)
        : base("init", "Writes a first document, and beside it the schema with which editors complete and check it. On a terminal it asks what no option says; elsewhere it takes the defaults.")
    {
        _terminal = terminal;
        _allow.AcceptOnlyFromAmong([.. NewDocument.Sets.Keys]);
        Arguments.Add(_folder);
        foreach (var option in (Option[])[_name, _location, _prefix, _allow, _format])
        {
            Options.Add(option);
        }

        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Purpose)> Examples =>
    [
        ("aks-egress init", "Asks, and writes a document into the current folder."),
        ("aks-egress init infra --name shop --location westeurope --cluster-prefix 10.42.1.0/24 --allow aks docker-hub", "Writes infra/shop.egress.yaml, and infra/egress.schema.json where there is none."),
    ];

    private int Run(ParseResult arguments)
    {
        var questions = _terminal.IsInteractive ? new Questions(_terminal) : null;
        var usual = NewDocument.Default;
        var document = new NewDocument(
            Text(arguments.GetValue(_name), "Name of the topology?", usual.Name, NewDocument.NameProblem),
            Text(arguments.GetValue(_location), "Azure region?", usual.Location, NewDocument.LocationProblem),
            Cidr.Parse(Text(arguments.GetValue(_prefix), "Address prefix of the cluster's subnet?", usual.ClusterPrefix.ToString(), NewDocument.PrefixProblem)),
            arguments.GetValue(_allow) is { Length: > 0 } words ? [.. words.Select(word => NewDocument.Sets[word]).Distinct()] : questions?.AskSets(usual.Allow) ?? usual.Allow);
        var path = Path.Combine(arguments.GetValue(_folder)!, document.FileName);
        var schema = Path.Combine(arguments.GetValue(_folder)!, NewDocument.SchemaFile);
        var findings = TopologyDocument.Parse(document.ToString(), path).Validate();
        if (!findings.HasErrors)
        {
            Write(path, document.ToString());
            WriteSchema(schema);
        }

        Report([path, schema], findings, arguments.GetValue(_format)!);
        return findings.HasErrors ? ExitCode.BadInput : ExitCode.Yes;

        string Text(string? given, string question, string answer, Func<string, string?> problemOf)
        {
            var text = given ?? questions?.Ask(question, answer, problemOf) ?? answer;
            return problemOf(text) is { } problem ? throw new BadInputException(problem) : text;
        }
    }

    private void Write(string path, string text)
    {
        var file = _terminal.FullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var writer = new StreamWriter(new FileStream(file, FileMode.CreateNew));
            writer.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(File.Exists(file) ? $"'{path}' is there already, and is left as it is. Choose another --name." : $"'{path}' cannot be written. {FileProblem.OfWriting(e, file)}");
        }
    }

    /// <summary>The schema that the document names; one that is there already is as good.</summary>
    private void WriteSchema(string path)
    {
        var file = _terminal.FullPath(path);
        if (File.Exists(file))
        {
            return;
        }

        try
        {
            using var schema = TopologyDocument.OpenSchema();
            using var stream = File.Create(file);
            schema.CopyTo(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{path}' cannot be written. {FileProblem.OfWriting(e, file)}");
        }
    }

    /// <summary>Says what was written, and what the answers brought with them: addresses that Azure keeps, for instance. With errors nothing was written.</summary>
    private void Report(string[] files, DiagnosticBag findings, string format)
    {
        if (format == OutputFormat.Json)
        {
            new FindingsReport(_terminal, format).WriteJson(findings, json =>
            {
                json.WriteString("file", files[0]);
                json.WriteString("schema", files[1]);
            });
            return;
        }

        if (!findings.HasErrors)
        {
            Array.ForEach(files, _terminal.Output.WriteLine);
        }

        FindingsReport.WriteText(_terminal.StyledError, findings);
    }
}

using System.CommandLine;
using System.Diagnostics;
using AksEgress.CommandLine.Commands;
using AksEgress.CommandLine.Console;
using AksEgress.Diagnostics;
using AksEgress.Import;
using AksEgress.Model;

namespace AksEgress.CommandLine.Documents;

/// <summary>The options that say how templates and deployed resources are read, and the reading: with one Bicep CLI for all sources of a command.</summary>
internal sealed class SourceOptions
{
    private readonly Option<string[]> _parameters = new("--parameters", "-p") { Description = "A value of a template's parameter, or a parameters file. May be repeated; later ones win.", HelpName = "name=value or file", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _cluster = new("--cluster") { Description = "The cluster, where a template or resource group has several.", HelpName = "name" };
    private readonly Option<string?> _firewall = new("--firewall") { Description = "The firewall, where a template or resource group has several.", HelpName = "name" };
    private readonly Option<string?> _location = new("--location") { Description = "The region of the resource group, where a template takes its own from there.", HelpName = "region" };
    private readonly BicepOption _bicep = new();

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_parameters, _cluster, _firewall, _location, _bicep])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the topology that can be asked, and says what is to be known about it.</summary>
    /// <exception cref="BadInputException">It cannot be read, or is a document with errors.</exception>
    public async Task<EgressTopology> ReadTopologyAsync(Terminal terminal, ParseResult arguments, SourceArgument source, CancellationToken cancellationToken) =>
        (await ReadTopologiesAsync(terminal, arguments, [source.Read(arguments)], cancellationToken))[0];

    /// <summary>Reads topologies that can be asked, and says what is to be known about them.</summary>
    /// <exception cref="BadInputException">One of them cannot be read, or is a document with errors. The errors of all are told.</exception>
    public async Task<IReadOnlyList<EgressTopology>> ReadTopologiesAsync(Terminal terminal, ParseResult arguments, IReadOnlyList<InputSource> sources, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(terminal, arguments, sources, cancellationToken);
        Check(read.SelectMany(source => (source.IsImported ? source.Diagnostics : source.Validate()).Select(terminal.Shorten)));
        foreach (var source in read)
        {
            CheckIsOne(source);
            Tell(terminal, arguments, source);
        }

        return [.. read.Select(source => source.Topology!)];
    }

    /// <summary>Reads a source, and says what is to be known about it. A document may have errors.</summary>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public async Task<TopologySource> ReadSourceAsync(Terminal terminal, ParseResult arguments, SourceArgument source, CancellationToken cancellationToken)
    {
        var read = (await ReadAsync(terminal, arguments, [source.Read(arguments)], cancellationToken))[0];
        Check(read.IsImported ? read.Diagnostics.Select(terminal.Shorten) : []);
        CheckIsOne(read);
        Tell(terminal, arguments, read);
        return read;
    }

    /// <summary>Reads sources; those that cannot be read have findings that say so.</summary>
    /// <exception cref="BadInputException">The options do not fit them.</exception>
    public async Task<IReadOnlyList<TopologySource>> ReadAsync(Terminal terminal, ParseResult arguments, IReadOnlyList<InputSource> inputs, CancellationToken cancellationToken)
    {
        var time = Stopwatch.StartNew();
        await using var reader = new TopologySourceReader(Read(terminal, arguments));
        var sources = new List<TopologySource>(inputs.Count);
        try
        {
            foreach (var input in inputs)
            {
                sources.Add(await Progress.RunAsync(terminal, $"Reading {input.Name} …", input.ReadAsync(terminal, reader, cancellationToken)));
            }
        }
        finally
        {
            if (VerboseOption.Of(arguments) && reader.BicepTime > TimeSpan.Zero)
            {
                terminal.StyledError.WriteLine(FormattableString.Invariant($"The Bicep CLI took {reader.BicepTime.TotalSeconds:0.00} s of the {time.Elapsed.TotalSeconds:0.00} s that reading took."), Tone.Quiet);
            }
        }

        return sources.Exists(source => source.IsImported) || Given(arguments) is not { } given ? sources
            : throw new BadInputException($"{given} is for templates and deployed resources; a document says all of that itself.");
    }

    private static void Check(IEnumerable<Diagnostic> findings)
    {
        DiagnosticBag errors = [.. findings.Where(finding => finding.Severity == DiagnosticSeverity.Error)];
        if (errors.HasErrors)
        {
            throw new BadInputException(errors);
        }
    }

    private static void CheckIsOne(TopologySource source)
    {
        if (source.Environments is [var first, _, ..])
        {
            throw new BadInputException($"'{source.Name}' has the environments {string.Join(", ", source.Environments)}, and this is about one topology. Name it: {new DocumentAddress(source.Name, first)}.");
        }
    }

    /// <summary>What people should know, on standard error, before they read an answer about a template or deployed resources.</summary>
    private static void Tell(Terminal terminal, ParseResult arguments, TopologySource source)
    {
        if (!source.IsImported)
        {
            return;
        }

        var isVerbose = VerboseOption.Of(arguments);
        FindingsReport.WriteText(terminal.StyledError, source.Diagnostics
            .Where(finding => isVerbose || finding.Severity != DiagnosticSeverity.Info || finding.Descriptor == ImportDiagnostics.Placeholder)
            .Select(terminal.Shorten));
        var findings = source.Validate();
        if (findings.HasErrors)
        {
            var (errors, warnings) = (findings.Count(finding => finding.Severity == DiagnosticSeverity.Error), findings.Count(finding => finding.Severity == DiagnosticSeverity.Warning));
            terminal.StyledError.WriteLine(FormattableString.Invariant($"{source.Name}: '{terminal.Program.Command} validate' has {errors} error(s) and {warnings} warning(s) about it. The answer is about what is there."), Tone.Caution);
        }
    }

    private TopologySourceOptions Read(Terminal terminal, ParseResult arguments) => new()
    {
        Parameters = [.. arguments.GetValue(_parameters)!.Select(parameters => TemplateReading.IsValue(parameters) ? parameters : FileOf(terminal, parameters))],
        Cluster = arguments.GetValue(_cluster),
        Firewall = arguments.GetValue(_firewall),
        Location = arguments.GetValue(_location),
        BicepPath = _bicep.Find(terminal, arguments),
    };

    /// <summary>The full path of a parameters file; az has them begin with an at sign.</summary>
    private static string FileOf(Terminal terminal, string parameters)
    {
        var file = parameters.TrimStart('@');
        using (InputFile.Open(terminal, file, "The parameters file"))
        {
            return terminal.FullPath(file);
        }
    }

    /// <summary>The first option that says something of templates; null where there is none.</summary>
    private string? Given(ParseResult arguments) =>
        ((Option[])[_parameters, _cluster, _firewall, _location]).FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false })?.Name;
}

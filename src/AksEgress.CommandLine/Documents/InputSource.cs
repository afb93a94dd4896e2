using AksEgress.CommandLine.Console;
using AksEgress.Diagnostics;
using AksEgress.Generation;

namespace AksEgress.CommandLine.Documents;

/// <summary>A document, template, file or folder of resources that somebody named or a folder has, or a topology of the program.</summary>
/// <param name="Name">Its name in findings.</param>
/// <param name="Path">Its full path; null for standard input and for a topology of the program.</param>
/// <param name="Code">The topology of the program, or null.</param>
/// <param name="Environment">The environment of the document; null for all that it has.</param>
internal sealed record InputSource(string Name, string? Path, CodeTopology? Code = null, string? Environment = null)
{
    private static readonly string[] _others = [".bicep", ".bicepparam", ".json"];

    /// <summary>A topology of the program.</summary>
    public InputSource(CodeTopology code)
        : this(code.Topology.Name, null, code)
    {
    }

    /// <summary>True for standard input.</summary>
    public bool IsStandardInput => Path is null && Code is null;

    /// <summary>The file and the environment.</summary>
    public DocumentAddress? Address => Path is null ? null : new(Path, Environment);

    /// <summary>True for what is no document by its name.</summary>
    public bool IsTemplate => _others.Contains(System.IO.Path.GetExtension(Path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The source that an argument names: a topology of the program before a file.</summary>
    /// <exception cref="BadInputException">It can be neither.</exception>
    public static InputSource Of(Terminal terminal, string argument)
    {
        if (InputFile.IsStandardInput(argument))
        {
            return new(InputFile.NameOf(InputFile.StandardInput), null, Environment: DocumentAddress.Parse(argument).Environment);
        }

        var program = terminal.Program;
        var (path, environment) = DocumentAddress.Parse(terminal.FullPath(argument));
        return program.Find(argument) is { } code ? new(code)
            : !program.IsTool && !System.IO.Path.Exists(path) && System.IO.Path.GetExtension(argument).Length == 0
                ? throw new BadInputException($"{program.FileName} has no topology '{argument}', and there is no such file. {NearestWord.Suggest(argument, program.Names)}")
            : new(environment is null ? argument : argument[..^(environment.Length + 1)], path, Environment: environment);
    }

    /// <summary>Reads the source; one that cannot be read at all has a finding that says so, and no topology.</summary>
    public async Task<TopologySource> ReadAsync(Terminal terminal, TopologySourceReader reader, CancellationToken cancellationToken)
    {
        if (Code is not null)
        {
            return new(Code);
        }

        try
        {
            var source = Path is null ? await reader.ReadAsync(terminal.Input, Name, cancellationToken: cancellationToken) : await reader.ReadAsync(Path, Name, cancellationToken);
            return Environment is null ? source : source.In(Environment);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Name, null, [InputFile.Unreadable(Name, IsTemplate ? "The file" : "The document", FileProblem.OfReading(e, Path))]);
        }
    }
}

using System.Text;
using AksEgress.CommandLine.Documents;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine.Console;

/// <summary>What a command sees of its process. Text and JSON go to the same output; nothing is flushed before <see cref="Flush"/>.</summary>
internal class Terminal
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal(Stream input, Stream output, Stream error, string currentDirectory)
    {
        (Input, OutputStream, CurrentDirectory) = (input, new BufferedStream(output, 64 * 1024), currentDirectory);
        Output = new StreamWriter(OutputStream, _utf8) { NewLine = "\n" };
        Error = new StreamWriter(error, _utf8) { NewLine = "\n", AutoFlush = true };
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as bytes, for JSON.</summary>
    public Stream OutputStream { get; }

    /// <summary>Standard output as text.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>The topologies of the program that the commands run in. Default: none.</summary>
    public ProgramTopologies Program { get; init; } = ProgramTopologies.None;

    /// <summary>Full path of the current folder.</summary>
    public string CurrentDirectory { get; }

    /// <summary>True when somebody can be asked.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>True when standard output is a terminal that takes colour.</summary>
    public bool HasColor { get; init; }

    /// <summary>True when standard error is a terminal that takes colour.</summary>
    public bool HasErrorColor { get; init; }

    /// <summary>True when somebody may see progress on standard error.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public virtual string? Variable(string name) => null;

    /// <summary>Folders of the user's own.</summary>
    public virtual string HomeDirectory => CurrentDirectory;

    /// <summary>A path as full path.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>A finding whose place, below the current folder, is said from there: templates know their modules by full paths.</summary>
    public Diagnostic Shorten(Diagnostic finding) =>
        finding.Span.File is { } file && Path.IsPathFullyQualified(file) && Path.GetRelativePath(CurrentDirectory, file) is var path && !path.StartsWith("..", StringComparison.Ordinal)
            ? finding with { Span = finding.Span with { File = path } }
            : finding;

    /// <summary>Text for people on standard output.</summary>
    public StyledWriter StyledOutput => new(Output, HasColor);

    /// <summary>Text for people on standard error.</summary>
    public StyledWriter StyledError => new(Error, HasErrorColor);

    /// <summary>Hands on what was written so far.</summary>
    public void Flush()
    {
        Output.Flush();
        OutputStream.Flush();
    }
}

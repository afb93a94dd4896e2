using AksEgress.CommandLine.Console;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine.Documents;

/// <summary>A file that somebody named for what a command makes.</summary>
internal static class OutputFile
{
    /// <summary>Writes text.</summary>
    /// <param name="terminal">Where the file is.</param>
    /// <param name="file">Its path.</param>
    /// <param name="text">What it gets.</param>
    /// <param name="what">What that is, in a sentence.</param>
    /// <param name="replaces">Whether it takes the place of one that is there.</param>
    /// <exception cref="BadInputException">It cannot be written, or is there already.</exception>
    public static void Write(Terminal terminal, string file, string text, string what, bool replaces)
    {
        var path = terminal.FullPath(file);
        try
        {
            using var writer = new StreamWriter(new FileStream(path, replaces ? FileMode.Create : FileMode.CreateNew));
            writer.Write(text);
        }
        catch (IOException) when (!replaces && File.Exists(path))
        {
            throw new BadInputException($"'{file}' is there already, and is left as it is. Choose another name, or replace it with --force.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{what} cannot be written to '{file}'. {FileProblem.OfWriting(e, path)}");
        }
    }
}

#pragma warning disable RS0030 // The one place that asks the process; all else is given what it needs.
using System.Text;
using AksEgress.CommandLine.Documents;
using SystemConsole = System.Console;

namespace AksEgress.CommandLine.Console;

/// <summary>The terminal or pipes that the process was started with.</summary>
internal sealed class SystemTerminal : Terminal
{
    private SystemTerminal()
        : base(SystemConsole.OpenStandardInput(), SystemConsole.OpenStandardOutput(), SystemConsole.OpenStandardError(), Directory.GetCurrentDirectory())
    {
    }

    /// <inheritdoc/>
    public override string HomeDirectory => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>The terminal of the process.</summary>
    /// <param name="program">The topologies of the program. Default: none.</param>
    public static SystemTerminal Open(ProgramTopologies? program = null)
    {
        // https://no-color.org: any value but an empty one. A dumb terminal has no colours either.
        var takesColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var (hasOutput, hasError) = (!SystemConsole.IsOutputRedirected, !SystemConsole.IsErrorRedirected);
        if (OperatingSystem.IsWindows() && (hasOutput || hasError))
        {
            // Elsewhere terminals take UTF-8 anyway, and asking costs time.
            SystemConsole.OutputEncoding = Encoding.UTF8;
        }

        return new()
        {
            Program = program ?? ProgramTopologies.None,
            IsInteractive = hasOutput && hasError && !SystemConsole.IsInputRedirected,
            HasColor = hasOutput && takesColor,
            HasErrorColor = hasError && takesColor,
            ShowsProgress = hasError && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }

    /// <inheritdoc/>
    public override string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}

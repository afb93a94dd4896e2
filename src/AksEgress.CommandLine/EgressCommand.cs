using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using AksEgress.CommandLine.Console;
using AksEgress.CommandLine.Documents;
using AksEgress.Model;

namespace AksEgress.CommandLine;

/// <summary>
/// The commands of <c>aks-egress</c> for a program that has topologies of its own: their names stand where documents do, and the only one may be left out.
/// </summary>
public static class EgressCommand
{
    /// <summary>Runs a command over the topologies that public static members of the program give, as <see cref="TopologyMember"/> finds them. A program that is trimmed names its topologies.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The exit code: 0 yes or clean, 1 no or findings, 2 bad input, 3 a mistake of ours.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Where trimming took the members, the command says what to write.")]
    public static Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var assembly = Assembly.GetEntryAssembly()!;
        return RunAsync(args, new ProgramTopologies(SourceFile ?? Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.dll"), () => TopologyMember.FindAll(assembly)));
    }

    /// <summary>Runs a command over topologies.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="topologies">The topologies.</param>
    /// <param name="file">The source file, where findings stand. Leave it to the compiler.</param>
    /// <param name="line">The line. Leave it to the compiler.</param>
    /// <returns>The exit code: 0 yes or clean, 1 no or findings, 2 bad input, 3 a mistake of ours.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, IEnumerable<EgressTopology> topologies, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        RunAsync(args, ProgramTopologies.Of(topologies, file, line));

    /// <summary>The file of a program that is run without a project; null for others.</summary>
    internal static string? SourceFile => AppContext.GetData("EntryPointFilePath") as string;

    private static Task<int> RunAsync(IReadOnlyList<string> args, ProgramTopologies program) => CommandRunner.RunAsync(args, SystemTerminal.Open(program));
}

using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Model;

namespace AksEgress.CommandLine.Documents;

/// <summary>The topologies of the program that the commands run in. The tool has none.</summary>
/// <param name="file">Full path of the program's file.</param>
/// <param name="members">What gives the topologies; their code runs when a command wants them.</param>
internal sealed class ProgramTopologies(string file, IReadOnlyList<TopologyMember> members)
{
    private readonly Lazy<IReadOnlyList<MemberTopologies>> _read = new(() => [.. members.Select(member => member.Read())]);

    /// <summary>The tool's: none.</summary>
    public static ProgramTopologies None { get; } = new("", []);

    /// <summary>Those that a program names.</summary>
    /// <param name="topologies">The topologies.</param>
    /// <param name="file">The source file that does.</param>
    /// <param name="line">Its line.</param>
    public static ProgramTopologies Of(IEnumerable<EgressTopology> topologies, string file, int line) => new(file, [new(Path.GetFileName(file), new(file, line, 1, line, 1), topologies)]);

    /// <summary>How the program is called on a command line.</summary>
    public string Command => file.Length == 0 ? "aks-egress" : EgressCommand.SourceFile is null ? "dotnet run --" : $"dotnet run {FileName} --";

    /// <summary>Full path of the program's file.</summary>
    public string File => file;

    /// <summary>Its name.</summary>
    public string FileName => Path.GetFileName(file);

    /// <summary>True when topologies of the program can be named.</summary>
    public bool HasAny => members.Count > 0;

    /// <summary>What the members gave.</summary>
    public IReadOnlyList<MemberTopologies> Members => _read.Value;

    /// <summary>The topologies.</summary>
    /// <exception cref="BadInputException">A member did not give what it should.</exception>
    public IReadOnlyList<CodeTopology> All
    {
        get
        {
            DiagnosticBag problems = [.. Members.SelectMany(member => member.Diagnostics)];
            return problems.HasErrors ? throw new BadInputException(problems) : CodeTopology.Of(Members);
        }
    }

    /// <summary>Their names, as far as members give them.</summary>
    public IReadOnlyList<string> Names => [.. CodeTopology.Of(Members).Select(code => code.Topology.Name)];

    /// <summary>The one that a command is about which names none.</summary>
    /// <exception cref="BadInputException">There are several.</exception>
    public CodeTopology Only => All is [var only] ? only : throw new BadInputException($"Say which topology: {FileName} has {string.Join(", ", Names)}.");

    /// <summary>The topology of a name; null where there is none.</summary>
    /// <exception cref="BadInputException">There are several.</exception>
    public CodeTopology? Find(string name) =>
        All.Where(code => code.Topology.Name == name).Take(2).ToList() switch
        {
            [] => null,
            [var code] => code,
            _ => throw new BadInputException($"{FileName} has several topologies named '{name}'. Name one of them differently."),
        };
}

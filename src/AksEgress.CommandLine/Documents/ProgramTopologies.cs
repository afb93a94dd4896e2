using System.Reflection;
using System.Runtime.CompilerServices;
using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Model;

namespace AksEgress.CommandLine.Documents;

/// <summary>The topologies of the program that the commands run in. The tool has none.</summary>
/// <param name="file">Full path of the program's file.</param>
/// <param name="find">Finds what gives the topologies; it and their code run when a command wants them.</param>
internal sealed class ProgramTopologies(string file, Func<IReadOnlyList<TopologyMember>> find)
{
    private readonly Lazy<IReadOnlyList<MemberTopologies>> _members = new(() => [.. Find(file, find).Select(member => member.Read())]);
    private IReadOnlyList<CodeTopology>? _topologies;

    /// <summary>The tool's: none.</summary>
    public static ProgramTopologies None { get; } = new("", () => []);

    /// <summary>Those that a program names.</summary>
    /// <param name="topologies">The topologies.</param>
    /// <param name="file">The source file that does.</param>
    /// <param name="line">Its line.</param>
    public static ProgramTopologies Of(IEnumerable<EgressTopology> topologies, string file, int line) => new(file, () => [new(Path.GetFileName(file), new(file, line, 1, line, 1), topologies)]);

    /// <summary>How the program is called on a command line.</summary>
    public string Command => IsTool ? "aks-egress" : EgressCommand.SourceFile is null ? "dotnet run --" : $"dotnet run {FileName} --";

    /// <summary>Full path of the program's file.</summary>
    public string File => file;

    /// <summary>Its name.</summary>
    public string FileName => Path.GetFileName(file);

    /// <summary>True for the tool; in all other programs topologies can be named.</summary>
    public bool IsTool => file.Length == 0;

    /// <summary>What the members gave.</summary>
    /// <exception cref="BadInputException">The program cannot be looked at.</exception>
    public IReadOnlyList<MemberTopologies> Members => _members.Value;

    /// <summary>The topologies of the members.</summary>
    /// <exception cref="BadInputException">There is no member, or one did not give what it should.</exception>
    public IReadOnlyList<CodeTopology> All => Members.Count > 0 ? Check() : throw new BadInputException(NoTopology);

    /// <summary>The topologies of those members that gave what they should.</summary>
    /// <exception cref="BadInputException">There is no member.</exception>
    public IReadOnlyList<CodeTopology> Given => Members.Count > 0 ? Topologies : throw new BadInputException(NoTopology);

    /// <summary>What is wrong with members. An initializer that throws is found again with each member of its class.</summary>
    public IEnumerable<Diagnostic> Problems => Members.SelectMany(member => member.Diagnostics).Distinct();

    /// <summary>Their names, as far as members give them.</summary>
    public IReadOnlyList<string> Names => [.. Topologies.Select(code => code.Topology.Name)];

    /// <summary>What to do where there is no topology.</summary>
    public string NoTopology => !RuntimeFeature.IsDynamicCodeSupported
        ? $"{FileName} is compiled ahead of time, which leaves no members to find. Name the topologies: EgressCommand.RunAsync(args, [shop])."
        : $"No public static member of {FileName} gives a topology. Write one, such as 'public static EgressTopology Shop => …' in a public class, or name them: EgressCommand.RunAsync(args, [shop]).";

    /// <summary>The one that a command is about which names none.</summary>
    /// <exception cref="BadInputException">There is none, or there are several.</exception>
    public CodeTopology Only => All switch
    {
        [var only] => only,
        [] => throw new BadInputException(NoTopology),
        _ => throw new BadInputException($"Say which topology: {FileName} has {string.Join(", ", Names)}."),
    };

    private IReadOnlyList<CodeTopology> Topologies => _topologies ??= CodeTopology.Of(Members);

    /// <summary>The topology of a name; null where there is none.</summary>
    /// <exception cref="BadInputException">There are several; or there is none, and a member did not give what it should.</exception>
    public CodeTopology? Find(string name)
    {
        List<CodeTopology> found = [.. Topologies.Where(code => code.Topology.Name == name).Take(2)];
        if (found.Count == 0)
        {
            Check();
            return null;
        }

        return found is [var only] ? only : throw new BadInputException($"{FileName} has several topologies named '{name}'. Name one of them differently.");
    }

    private IReadOnlyList<CodeTopology> Check()
    {
        DiagnosticBag problems = [.. Problems];
        return problems.HasErrors ? throw new BadInputException(problems) : Topologies;
    }

    private static IReadOnlyList<TopologyMember> Find(string file, Func<IReadOnlyList<TopologyMember>> find)
    {
        try
        {
            return find();
        }
        catch (ReflectionTypeLoadException e)
        {
            throw new BadInputException($"{Path.GetFileName(file)} cannot be searched for topologies: {e.LoaderExceptions.FirstOrDefault()?.Message ?? e.Message}");
        }
    }
}

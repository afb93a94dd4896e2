using System.Reflection;

namespace AksEgress.MSBuild.Host;

/// <summary>
/// The work of a request, done once with a topology of this assembly and without its files: .NET compiles code when it first runs, and that takes longer than
/// all that is asked of it.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Asks a process for it.</summary>
    public const string Argument = "rehearse";

    /// <summary>Does it.</summary>
    public static void Run()
    {
        var members = TopologyMember.FindAll(Assembly.GetExecutingAssembly()).Select(member => member.Read()).ToList();
        foreach (var topology in members.SelectMany(member => member.Topologies))
        {
            _ = topology.Render();
            _ = topology.RenderReport();
        }
    }
}

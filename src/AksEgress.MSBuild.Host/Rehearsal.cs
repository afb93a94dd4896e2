using System.Reflection;
using AksEgress.Rendering;
using AksEgress.Rendering.Report;

namespace AksEgress.MSBuild.Host;

/// <summary>
/// The work of a request, done once with a topology of this assembly and without its files: .NET compiles code when it first runs, and that takes longer than
/// all that is asked of it.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Asks a process for it.</summary>
    public const string Argument = "rehearse";

    /// <summary>Does it, side by side where one thing does not hang on another: the request then finds most of it done, wherever it has got to.</summary>
    public static async Task RunAsync()
    {
        var topology = await BeginAsync(() => TopologyMember.FindAll(Assembly.GetExecutingAssembly())[0].Read().Topologies[0].Resolve());
        await Task.WhenAll(
            BeginAsync(() => topology.Validate()),
            BeginAsync(() => TopologyRenderer.Render(topology, TemplateSet.Default, [])),
            BeginAsync(() => ReportRenderer.Render(topology, [], TemplateSet.Default, [])));
    }

    // On threads of its own: the request would wait for those of the pool.
    private static Task<T> BeginAsync<T>(Func<T> part) => Task.Factory.StartNew(part, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

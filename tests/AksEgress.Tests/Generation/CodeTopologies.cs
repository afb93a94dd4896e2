using AksEgress.Model;

#pragma warning disable CA1034, CA1044, CA1819 // Forms that are found, and forms that are not.
namespace AksEgress.Tests.Generation;

/// <summary>Members of all forms. The comment at the end of a line names the member that has its place there.</summary>
public static class CodeTopologies
{
    public static readonly EgressTopology Field = Named("field"); // Field

    public static EgressTopology Property { get; } = Named("property"); // Property

    public static EgressTopology Computed => Named("computed"); // Computed

    public static IEnumerable<EgressTopology> Iterator
    {
        get
        { // Iterator
            yield return Named("iterated-1");
            yield return Named("iterated-2");
        }
    }

    public static EgressTopology[] Array { get; } = [Named("element-1"), Named("element-2")]; // Array

    public static EgressTopology Throwing => throw new InvalidOperationException("There is no region."); // Throwing

    public static EgressTopology Null => null!; // Null

    public static IReadOnlyList<EgressTopology> NullElement => [Named("some"), null!]; // NullElement

    public static IEnumerable<EgressTopology> Endless
    {
        get
        { // Endless
            for (var number = 1; ; number++)
            {
                yield return Named($"endless-{number}");
            }
        }
    }

    public static IEnumerable<EgressTopology> Many => Enumerable.Range(1, TopologyMember.MaxCount).Select(number => Named($"many-{number}")); // Many

    // None of these: not public, not static, with parameters, of other types.
    public static EgressTopology? WriteOnly
    {
        set => _ = value;
    }

    public static string Text => "";

    public static object Any => Named("any");

    internal static EgressTopology Internal => Named("internal");

    private static EgressTopology Private => Named("private");

    public static EgressTopology Method() => Named("method"); // Method

    public static EgressTopology Named(string name) => new() { Name = name, Location = "eastus", Network = new() { AddressSpace = [], Subnets = [] } };

    public static T Generic<T>() => default!;

    public static class Nested
    {
        public static EgressTopology Property => Named("nested"); // Nested.Property
    }

    public static class Initialized
    {
        public static readonly EgressTopology Field = Named("field");

        public static EgressTopology First { get; } = Named("first");

        public static EgressTopology Second { get; } = Fail(); // Initialized.Second

        private static EgressTopology Fail() => throw new InvalidOperationException("No such team.");
    }

    public static class Generics<T>
    {
        public static EgressTopology Property => Named(typeof(T).Name);
    }

    public sealed class Instance
    {
        public EgressTopology Property => Named("instance");
    }

    internal static class Hidden
    {
        public static EgressTopology Property => Named("hidden");
    }

    /// <summary>Topologies in forms that are not read, and what has none.</summary>
    public static class Forms
    {
        public static IReadOnlyDictionary<string, EgressTopology> Dictionary => throw new NotSupportedException(); // Forms.Dictionary

        public static Dictionary<int, EgressTopology[]> Lists { get; } = [];

        public static Lazy<EgressTopology> Lazy { get; } = new();

        public static EgressTopology[][] Nested { get; } = [];

        public static Func<EgressTopology> Function { get; } = () => Named("function");

        public static Func<EgressTopology, bool> Predicate { get; } = _ => true;

        public static Action<EgressTopology> Action { get; } = _ => { };

        public static IComparer<EgressTopology> Comparer => Comparer<EgressTopology>.Default;

        public static Path Endless { get; } = [];

        public static Task<EgressTopology> Task() => throw new NotSupportedException();

        public static async IAsyncEnumerable<EgressTopology> Async()
        {
            await System.Threading.Tasks.Task.Yield();
            yield break;
        }

        /// <summary>A sequence of itself.</summary>
        public sealed class Path : List<Path>;
    }
}

using System.Diagnostics.CodeAnalysis;
using AksEgress.Model;

namespace AksEgress.Generation;

/// <summary>The types in which members of code hold topologies.</summary>
internal static class TopologyForm
{
    /// <summary>How many types may be around a topology; one that is a sequence of itself would have no end.</summary>
    private const int MaxDepth = 4;

    private static readonly Type[] _holders = [typeof(IEnumerable<>), typeof(IAsyncEnumerable<>), typeof(KeyValuePair<,>), typeof(Task<>), typeof(ValueTask<>), typeof(Lazy<>), typeof(Func<>)];

    /// <summary>True for a topology and a sequence of topologies.</summary>
    public static bool IsRead(Type type) => type == typeof(EgressTopology) || type.IsAssignableTo(typeof(IEnumerable<EgressTopology>));

    /// <summary>True for what is read, and for what gives it in turn: a dictionary, a task, sequences in a sequence. What takes topologies holds none.</summary>
    [RequiresUnreferencedCode("Looks at the interfaces of types.")]
    public static bool HasTopologies(Type type) => HasTopologies(type, MaxDepth);

    /// <summary>The type as C# has it.</summary>
    public static string NameOf(Type type) =>
        type.IsArray ? $"{NameOf(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    [RequiresUnreferencedCode("Looks at the interfaces of types.")]
    private static bool HasTopologies(Type type, int depth) =>
        IsRead(type) || (depth > 0 && type.GetInterfaces().Append(type)
            .Where(form => form.IsGenericType && _holders.Contains(form.GetGenericTypeDefinition()))
            .Any(form => form.GetGenericArguments().Any(inner => HasTopologies(inner, depth - 1))));
}

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
}

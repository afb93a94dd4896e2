using System.Reflection;
using System.Runtime.Loader;

namespace AksEgress.MSBuild.Host;

/// <summary>
/// Loads an assembly with its own dependencies, whatever versions of what this process uses too they are. The one that they share is AksEgress: topologies
/// pass from one to the other.
/// </summary>
internal sealed class CodeLoadContext(string assembly) : AssemblyLoadContext("topologies")
{
    private static readonly AssemblyName _shared = typeof(TopologyMember).Assembly.GetName();

    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    /// <summary>The path of the AksEgress that the assembly is built with; null where it uses none.</summary>
    public string? PathOfShared => _resolver.ResolveAssemblyToPath(_shared);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != _shared.Name && _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}

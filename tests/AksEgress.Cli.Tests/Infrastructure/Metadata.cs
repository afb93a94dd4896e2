using System.Reflection;

namespace AksEgress.Cli.Tests.Infrastructure;

/// <summary>What the build of this assembly knew about the machine.</summary>
internal static class Metadata
{
    private static readonly Dictionary<string, string> _values =
        typeof(Metadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value ?? "");

    public static string Configuration => _values["Configuration"];

    public static string RepositoryRoot => _values["RepositoryRoot"];

    /// <summary>The Bicep CLI that the project downloads.</summary>
    public static string BicepCli => _values["BicepCliPath"];

    /// <summary>The folder to which this machine restores packages.</summary>
    public static string PackageRoot => _values["PackageRoot"];

    public static string DotNet { get; } = Path.Combine(_values["DotNet"], OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The command as the build of this assembly brought it along.</summary>
    public static string Command { get; } = Path.Combine(AppContext.BaseDirectory, "aks-egress.dll");
}

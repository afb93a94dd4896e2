using System.Reflection;

namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>What the build of this assembly knew about the machine.</summary>
internal static class Metadata
{
    private static readonly Dictionary<string, string> _values =
        typeof(Metadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value ?? "");

    public static string Configuration => _values["Configuration"];

    public static string RepositoryRoot => _values["RepositoryRoot"];

    /// <summary>The folder of the <c>dotnet</c> that runs the build.</summary>
    public static string DotNetRoot => _values["DotNet"];

    /// <summary>The folder to which this machine restores packages.</summary>
    public static string PackageRoot => _values["PackageRoot"];

    public static string BicepCliPackage => _values["BicepCliPackage"];

    public static string BicepCliVersion => _values["BicepCliVersion"];
}

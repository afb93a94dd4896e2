using System.Reflection;

namespace AksEgress.Tests.Infrastructure;

/// <summary>Files of the repository that tests read where they lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The JSON schema of SARIF 2.1.0, of Microsoft's package Sarif.Sdk.</summary>
    public static string SarifSchema { get; } = Metadata("SarifSchema");

    /// <summary>The version of the npm package axe-core that judges pages.</summary>
    public static string AxeCoreVersion { get; } = Metadata("AxeCoreVersion");

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

using System.Reflection;
using AksEgress.Compilation;
using Xunit;

namespace AksEgress.Tests.Compilation;

/// <summary>The Bicep CLI that the project downloads, started once for the tests of a class.</summary>
public sealed class RealBicepCli : IAsyncLifetime
{
    public static string Path { get; } = Metadata("BicepCliPath");

    public static string Version { get; } = Metadata("BicepCliVersion");

    public BicepCli Cli { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cli = await BicepCli.StartAsync(Path);

    public ValueTask DisposeAsync() => Cli.DisposeAsync();

    private static string Metadata(string key) =>
        typeof(RealBicepCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

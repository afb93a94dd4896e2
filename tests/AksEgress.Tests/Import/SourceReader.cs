using AksEgress.Tests.Compilation;
using Xunit;

namespace AksEgress.Tests.Import;

/// <summary>A reader with the real Bicep CLI, started once for the tests of a class.</summary>
public sealed class SourceReader : IAsyncLifetime
{
    public TopologySourceReader Reader { get; } = new(new() { BicepPath = RealBicepCli.Path });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Reader.DisposeAsync();
}

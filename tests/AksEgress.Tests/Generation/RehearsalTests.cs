using AksEgress.MSBuild.Host;

namespace AksEgress.Tests.Generation;

/// <summary>What a process for the code of a build does before it is asked. Nobody would see it fail: builds would take longer.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task It_comes_to_its_end() => await Rehearsal.RunAsync();
}

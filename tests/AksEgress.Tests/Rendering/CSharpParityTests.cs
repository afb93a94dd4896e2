using AksEgress.Model;
using AksEgress.Tests.Cases;
using AksEgress.Tests.Infrastructure;
using Contoso;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>A topology is the same, and about as short, in YAML and in C#.</summary>
public sealed class CSharpParityTests
{
    [Fact]
    public void The_walkthrough_is_the_same_in_both() => AssertSame("walkthrough", Walkthrough.Topology);

    [Fact]
    public void The_walkthrough_with_its_defaults_is_the_same_in_both() => AssertSame("walkthrough-defaults", WalkthroughDefaults.Topology);

    [Theory]
    [InlineData("walkthrough", "samples/CSharp/Walkthrough.cs", 60)]
    [InlineData("walkthrough-defaults", "tests/AksEgress.Tests/Cases/walkthrough/WalkthroughDefaults.cs", 35)]
    public void Both_are_short(string document, string code, int lines)
    {
        Assert.InRange(File.ReadAllLines(Case.FileOf(document)).Length, 1, lines);
        var written = File.ReadAllLines(Repository.PathOf(code)).Where(line => line.Trim() is not "" and not ['/', '/', ..]);
        Assert.InRange(written.Count(), 1, lines);
    }

    private static void AssertSame(string document, EgressTopology topology)
    {
        Assert.Equal(Case.Read(document), topology);
        Assert.Equal(Case.Read(document).Resolve().Render(), topology.Resolve().Render());
    }
}

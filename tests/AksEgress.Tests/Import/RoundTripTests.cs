using System.Text.RegularExpressions;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit;

namespace AksEgress.Tests.Import;

/// <summary>Our own templates, evaluated by Microsoft's engine and read back, are the topology that they were rendered from.</summary>
public sealed partial class RoundTripTests(SourceReader reader) : IClassFixture<SourceReader>
{
    public static TheoryData<string> Names => Case.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_case_comes_back(string name)
    {
        var topology = Case.Read(name);
        using var rendered = new RenderedTopology(topology);

        var source = await reader.Reader.ReadAsync(rendered.PathOf("main.bicepparam"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(source.Diagnostics.Select(finding => finding.ToString()));
        Assert.Equal(Comparable(topology), Comparable(source.Topology!));

        var text = source.ToDocument();
        var document = TopologyDocument.Parse(text);
        Assert.Empty(document.Diagnostics);
        Assert.Equal(Comparable(topology), Comparable(document.Topology!));
    }

    [Fact]
    public async Task Any_valid_topology_comes_back()
    {
        var seen = 0;
        await ValidTopologies.Any.SampleAsync(
            async topology =>
            {
                using var rendered = new RenderedTopology(topology);
                var source = await reader.Reader.ReadAsync(rendered.PathOf("main.bicepparam"), cancellationToken: TestContext.Current.CancellationToken);
                Assert.Empty(source.Diagnostics.Select(finding => finding.ToString()));
                Assert.Equal(Comparable(topology), Comparable(source.Topology!));
                Interlocked.Increment(ref seen);
            },
            iter: LongTests.Wanted ? 500 : 40,
            threads: 1);

        Assert.True(seen >= 40);
    }

    /// <summary>A resolved topology without what no template holds: its own name, what is written beside templates, and what subnets are for: that is concluded.</summary>
    internal static string Comparable(EgressTopology topology)
    {
        var resolved = topology.Resolve();
        var text = (resolved with
        {
            Name = "",
            ResourceGroup = null,
            Cloud = null,
            Parameters = null,
            Services = null,
            ConnectivityCheck = null,
            Severity = null,
            Suppress = null,
            Network = resolved.Network with
            {
                Subnets = [.. resolved.Network.Subnets.Select(subnet => subnet with { Role = null }).OrderBy(subnet => subnet.Name, StringComparer.Ordinal)],
                RouteTables = [.. resolved.Network.RouteTables!.OrderBy(table => table.Name, StringComparer.Ordinal)],
            },
        }).ToString();
        return Origin().Replace(text, "\n");
    }

    [GeneratedRegex("Origin = .*?, ")]
    private static partial Regex Origin();
}

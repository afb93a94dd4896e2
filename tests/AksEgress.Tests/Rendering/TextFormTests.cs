using AksEgress.Rendering;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>What holds for every file of every topology.</summary>
public sealed class TextFormTests
{
    public static TheoryData<string> Cases => Case.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Files_have_LF_line_ends_no_byte_order_mark_and_one_line_end_at_their_end(string name) =>
        Assert.All(Files(name), file =>
        {
            Assert.DoesNotContain('\r', file.Content);
            Assert.DoesNotContain('\uFEFF', file.Content);
            Assert.EndsWith("\n", file.Content, StringComparison.Ordinal);
            Assert.False(file.Content.EndsWith("\n\n", StringComparison.Ordinal));
        });

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_line_ends_with_a_blank_or_holds_a_tab(string name) =>
        Assert.All(
            Files(name).SelectMany(file => file.Content.Split('\n')),
            line => Assert.False(line.EndsWith(' ') || line.Contains('\t', StringComparison.Ordinal), line));

    [Fact]
    public void Files_come_in_one_order_with_paths_below_the_topology()
    {
        var files = Case.Read("walkthrough").Resolve().Render();
        Assert.Equal(
            [
                ("main.bicep", OutputKind.Bicep),
                ("main.bicepparam", OutputKind.BicepParam),
                ("modules/network.bicep", OutputKind.Bicep),
                ("modules/policy.bicep", OutputKind.Bicep),
                ("modules/firewall.bicep", OutputKind.Bicep),
                ("modules/routes.bicep", OutputKind.Bicep),
                ("modules/identity.bicep", OutputKind.Bicep),
                ("modules/cluster.bicep", OutputKind.Bicep),
                ("kubernetes/service-store-front.yaml", OutputKind.Kubernetes),
                ("kubernetes/connectivity-check.yaml", OutputKind.Kubernetes),
                ("deploy.sh", OutputKind.Script),
            ],
            files.Select(file => (file.Path, file.Kind)));
    }

    private static IEnumerable<RenderedFile> Files(string name)
    {
        var topology = Case.Read(name).Resolve();
        return topology.Render().Concat(topology.RenderReport());
    }
}

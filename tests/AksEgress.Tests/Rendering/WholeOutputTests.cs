using AksEgress.Rendering;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>The walkthrough's outputs as a whole, for people to read. Facts stand in the other tests.</summary>
public sealed class WholeOutputTests
{
    private static readonly Dictionary<string, RenderedFile> _files = Case.Read("walkthrough").Resolve().Render().ToDictionary(file => file.Path);

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("main.bicepparam")]
    [InlineData("modules/network.bicep")]
    [InlineData("modules/policy.bicep")]
    [InlineData("modules/firewall.bicep")]
    [InlineData("modules/routes.bicep")]
    [InlineData("modules/identity.bicep")]
    [InlineData("modules/cluster.bicep")]
    [InlineData("kubernetes/service-store-front.yaml")]
    public void The_file_is_the_one_that_was_read_and_accepted(string path) => Snapshot.Match(_files[path].Content, Case.FolderOf("walkthrough"), Path.GetFileName(path));
}

using AksEgress.Compilation;
using AksEgress.Parsing;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Import;

/// <summary>A template, read, written as a document, rendered and predicted again by Microsoft's engine deploys the same.</summary>
public sealed class DocumentRoundTripTests(RealBicepCli bicep, SourceReader reader) : IClassFixture<RealBicepCli>, IClassFixture<SourceReader>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Some cases, or in the long form all.</summary>
    public static TheoryData<string> Names => LongTests.Wanted ? Case.Names : ["walkthrough", "explicit-groups", "explicit-routes", "public-service-on-prefix", "windows-pool"];

    [Fact]
    public async Task A_template_in_every_form()
    {
        using var folder = new TemporaryFolder();
        var templates = Repository.PathOf("tests", "AksEgress.Tests", "Import", "Templates");
        foreach (var file in new[] { "forms.bicep", "forms-policy.bicep" })
        {
            folder.Write(file, await File.ReadAllTextAsync(Path.Combine(templates, file), Token));
        }

        var (before, after) = await PredictAsync(folder.Write("forms.bicepparam", "using 'forms.bicep'\n"));

        Assert.Equal(before.Names, after.Names);
        Assert.Empty(before.ValuesNotIn(after));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_case(string name)
    {
        using var rendered = new RenderedTopology(Case.Read(name));

        var (before, after) = await PredictAsync(rendered.PathOf("main.bicepparam"));

        Assert.Equal(before.Names, after.Names);
        Assert.Empty(before.ValuesNotIn(after));
        Assert.Empty(after.ValuesNotIn(before));
    }

    private async Task<(PredictedForms Before, PredictedForms After)> PredictAsync(string parameters)
    {
        var source = await reader.Reader.ReadAsync(parameters, cancellationToken: Token);
        using var again = new RenderedTopology(TopologyDocument.Parse(source.ToDocument()).Topology!);
        return (await SnapshotAsync(parameters), await SnapshotAsync(again.PathOf("main.bicepparam")));
    }

    private async Task<PredictedForms> SnapshotAsync(string file) => new(await bicep.Cli.SnapshotAsync(
        file, subscriptionId: Prediction.SubscriptionId, resourceGroup: Prediction.ResourceGroup, location: "eastus", deploymentName: "main", cancellationToken: Token));
}

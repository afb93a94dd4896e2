using System.Text.Json.Nodes;
using AksEgress.Compilation;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Tests.Compilation;
using Xunit;

namespace AksEgress.Tests.Infrastructure;

/// <summary>A topology's files in a folder of their own, beside a configuration that makes every finding of Bicep's linter an error.</summary>
internal sealed class RenderedTopology : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RenderedTopology(EgressTopology topology)
    {
        Files = topology.Resolve().Render();
        foreach (var file in Files)
        {
            _folder.Write(file.Path, file.Content);
        }

        File.Copy(Repository.PathOf("tests", "AksEgress.Tests", "Infrastructure", "bicepconfig.json"), PathOf("bicepconfig.json"));
    }

    public ValueList<RenderedFile> Files { get; }

    public IEnumerable<RenderedFile> BicepFiles => Files.Where(file => file.Kind is OutputKind.Bicep or OutputKind.BicepParam);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public string PathOf(string file) => Path.Combine(_folder.Path, file);

    public string TextOf(string file) => Files.Single(candidate => candidate.Path == file).Content;

    /// <summary>A compiled file; also written, as <c>main.json</c>.</summary>
    public async Task<JsonNode> CompileAsync(BicepCli cli, string file = "main.bicep")
    {
        var compilation = await cli.CompileAsync(PathOf(file), Token);
        Assert.Empty(compilation.Diagnostics);
        _folder.Write("main.json", compilation.Template!);
        return JsonNode.Parse(compilation.Template!)!;
    }

    /// <summary>What a deployment of the Bicep files would make.</summary>
    public Task<Prediction> PredictAsync(BicepCli cli) => PredictAsync(cli, "main.bicepparam");

    /// <summary>What a deployment of the compiled template would make.</summary>
    public Task<Prediction> PredictCompiledAsync(BicepCli cli)
    {
        _folder.Write("compiled.bicepparam", TextOf("main.bicepparam").Replace("using 'main.bicep'", "using 'main.json'", StringComparison.Ordinal));
        return PredictAsync(cli, "compiled.bicepparam");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Prediction> PredictAsync(BicepCli cli, string parameters) =>
        new(await cli.SnapshotAsync(PathOf(parameters), subscriptionId: Prediction.SubscriptionId, resourceGroup: Prediction.ResourceGroup, location: "eastus", deploymentName: "main", cancellationToken: Token));
}

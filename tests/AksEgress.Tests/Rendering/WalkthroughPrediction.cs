using AksEgress.Compilation;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>The predicted resources of the sample and of the article's explicit routes, made once for the tests of a class.</summary>
public sealed class WalkthroughPrediction : IAsyncLifetime
{
    internal Prediction Sample { get; private set; } = null!;

    internal Prediction ExplicitRoutes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var cli = await BicepCli.StartAsync(RealBicepCli.Path);
        Sample = await PredictAsync(cli, "walkthrough");
        ExplicitRoutes = await PredictAsync(cli, "explicit-routes");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Prediction> PredictAsync(BicepCli cli, string name)
    {
        using var rendered = new RenderedTopology(Case.Read(name));
        return await rendered.PredictAsync(cli);
    }
}

using System.Text;
using System.Text.Json;
using AksEgress.Model;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit;

namespace AksEgress.Tests.Import;

/// <summary>No JSON ends in an exception, nor does anything that is asked of what came of it. On a failure CsCheck prints the seed.</summary>
public sealed class HostileSourceTests(RealBicepCli bicep) : IClassFixture<RealBicepCli>
{
    private const string Alphabet = "{}[]:,\"\\ \n0123456789-+.eEtruefalsn/*u\0é🙂";

    private static readonly string _deployed = $"[{string.Join(",", Directory.GetFiles(Repository.PathOf("tests", "AksEgress.Tests", "Import", "Templates", "deployed"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText))}]";

    private static readonly JsonElement _resources = JsonDocument.Parse(_deployed).RootElement;

    [Fact]
    public Task Any_bytes_are_read_or_reported() =>
        Gen.Byte.Array[0, 300].SampleAsync(async bytes => await Survival.ReadAsync([(byte)'[', .. bytes]), iter: 5_000);

    [Fact]
    public Task Any_text_of_jsons_own_characters_is_read_or_reported() =>
        Gen.Char[Alphabet].Array[0, 100].SampleAsync(async text => await Survival.ReadAsync("{" + new string(text)), iter: 5_000);

    [Fact]
    public Task Any_beginning_of_resources_is_read_or_reported() =>
        Gen.Int[1, _deployed.Length - 1].SampleAsync(async length => Assert.True((await Survival.ReadAsync(_deployed[..length])).Diagnostics.HasErrors), iter: LongTests.Wanted ? 10_000 : 500);

    [Fact]
    public Task Any_text_in_the_middle_of_resources_is_read_or_reported() =>
        Gen.Select(Gen.Int[1, _deployed.Length - 1], Gen.Int[0, 60], Gen.Char[Alphabet].Array[0, 20])
            .SampleAsync(async (start, length, text) => await Survival.ReadAsync(_deployed[..start] + new string(text) + _deployed[Math.Min(start + length, _deployed.Length)..]), iter: LongTests.Wanted ? 10_000 : 500);

    [Fact]
    public Task Any_mutation_of_deployed_resources_can_be_asked() => AskMutationsAsync(_resources);

    [Fact]
    public async Task Any_mutation_of_a_prediction_can_be_asked()
    {
        using var rendered = new RenderedTopology(Case.Read("walkthrough"));
        using var prediction = JsonDocument.Parse(await bicep.Cli.SnapshotAsync(rendered.PathOf("main.bicepparam"), cancellationToken: TestContext.Current.CancellationToken));
        await AskMutationsAsync(prediction.RootElement);
    }

    [Fact]
    public Task A_text_with_half_a_character_is_reported_where_it_stands() =>
        Assert.AllAsync(
            (string[])["\\ud800", "\\uDFFF", "\\ud800\\u0041", "\\\\\\ud800", "\\ud83d\\ude00\\ude00"],
            async text =>
            {
                var source = await Survival.ReadAsync($"[\n  {{ \"name\": \"{text}\" }}\n]");
                var finding = Assert.Single(source.Diagnostics);
                Assert.Equal(("AKSE5001", 2), (finding.Code, finding.Span.Line));
            });

    [Theory]
    [InlineData("\\\\ud800")]
    [InlineData("\\ud83d\\ude00")]
    public async Task A_whole_character_is_read(string text) =>
        Assert.DoesNotContain((await Survival.ReadAsync($$"""[ { "type": "a/b", "name": "{{text}}" }, { "type": "Microsoft.Network/virtualNetworks", "name": "v" } ]""")).Diagnostics, finding => finding.Code == "AKSE5001");

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("{region}")]
    [InlineData("a b.c/d")]
    public void A_region_that_is_none_can_be_asked(string location) => Survival.Ask(Case.Read("walkthrough") with { Location = location });

    [Theory]
    [InlineData("West Europe", "westeurope")]
    [InlineData("*", null)]
    [InlineData("[resourceGroup().location]", null)]
    public async Task A_region_is_a_name(string location, string? expected)
    {
        var source = await Survival.ReadAsync($$"""[ { "type": "Microsoft.Network/virtualNetworks", "name": "v", "location": "{{location}}", "addressSpace": { "addressPrefixes": [ "10.0.0.0/16" ] } } ]""");

        Assert.Equal(expected ?? "", source.Topology!.Location);
        Assert.Equal(expected is null, source.Topology.Origin.IsUnreadable(nameof(EgressTopology.Location)));
    }

    [Fact]
    public async Task A_key_twice_is_reported() => Assert.Equal("AKSE5001", Assert.Single((await Survival.ReadAsync("""[ { "type": "a/b", "type": "a/c", "name": "x" } ]""")).Diagnostics).Code);

    [Fact]
    public async Task A_key_in_two_spellings_is_reported()
    {
        var source = await Survival.ReadAsync("""[ { "type": "Microsoft.Network/virtualNetworks", "name": "v", "addressSpace": { "addressPrefixes": [ "10.0.0.0/16" ] }, "AddressSpace": { "addressPrefixes": [ "10.1.0.0/16" ] } } ]""");
        Assert.Contains(source.Diagnostics, finding => finding.Code == "AKSE5011" && finding.Message.Contains("more than once", StringComparison.Ordinal));
    }

    private static async Task AskMutationsAsync(JsonElement element) =>
        await Gen.Int.SampleAsync(
            async seed =>
            {
                if ((await Survival.ReadAsync(JsonMutation.Of(element, seed))).Topology is { } topology)
                {
                    Survival.Ask(topology);
                }
            },
            iter: LongTests.Wanted ? 20_000 : 200,
            threads: 2);
}

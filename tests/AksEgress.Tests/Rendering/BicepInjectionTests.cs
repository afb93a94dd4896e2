using System.Globalization;
using System.Text;
using AksEgress.Compilation;
using AksEgress.Model;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>Text of a topology comes out as that text when the Bicep CLI has compiled and evaluated it, or validation refuses it.</summary>
public sealed class BicepInjectionTests(RealBicepCli real) : IClassFixture<RealBicepCli>
{
    // Azure takes 50 tags on a resource.
    private const int TagsAtATime = 45;

    private static readonly EgressTopology _minimal = Case.Read("minimal");

    private BicepCli Cli => real.Cli;

    [Fact]
    public Task Descriptions() => DescriptionsComeOutAsync(NastyText.All);

    [Fact]
    public Task Random_descriptions() => NastyText.Gen.Array[200].SampleAsync(DescriptionsComeOutAsync, iter: NastyText.Iterations(1), threads: 1);

    [Fact]
    public async Task Tags()
    {
        foreach (var (index, chunk) in NastyText.All.Chunk(TagsAtATime).Index())
        {
            await TagsComeOutAsync(chunk, asParameter: index % 2 == 0);
        }
    }

    [Fact]
    public Task Random_tags() =>
        Gen.Select(NastyText.Gen.Array[TagsAtATime], Gen.Bool).SampleAsync(TagsComeOutAsync, iter: NastyText.Iterations(2), threads: 1);

    [Fact]
    public async Task Names()
    {
        var tried = new HashSet<TextField>();

        // One topology for each text, with all the names that may be that text.
        foreach (var text in LongTests.Wanted ? NastyText.All : NastyText.Fragments)
        {
            var names = TextField.Names.Where(field => NastyText.IsAccepted(field.Set(_minimal, text))).ToList();
            if (names.Count > 0)
            {
                tried.UnionWith(names);
                await NamesComeOutAsync(names.Aggregate(_minimal, (topology, field) => field.Set(topology, text)), names, text);
            }
        }

        Assert.Equal(TextField.Names.Select(field => field.Name), TextField.Names.Where(tried.Contains).Select(field => field.Name));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("${location}")]
    [InlineData("'''")]
    [InlineData("first\nsecond")]
    [InlineData("# no comment")]
    [InlineData("key: value")]
    [InlineData("{{ name }}")]
    [InlineData("`id` $(id)")]
    [InlineData("\u202Etxet")]
    [InlineData("[concat('a')]")]
    [InlineData("no")]
    [InlineData("null")]
    [InlineData("1e3")]
    public void Text_that_only_looks_like_code_is_welcome_in_descriptions_and_tags(string text)
    {
        Assert.False(Described([text]).Validate().HasErrors);
        Assert.False((_minimal with { Tags = [new("tag", text)] }).Validate().HasErrors);
    }

    [Fact]
    public void Lone_surrogates_are_refused_because_no_file_can_hold_them() =>
        Assert.All(NastyText.All.Where(text => text.Contains('\uD800', StringComparison.Ordinal) || text.Contains('\uDC00', StringComparison.Ordinal)), text =>
        {
            Assert.False(NastyText.IsAccepted(Described([text])), NastyText.Show(text));
            Assert.False(NastyText.IsAccepted(_minimal with { Tags = [new("tag", text)] }), NastyText.Show(text));
        });

    /// <summary>Characters that a reader of the file would not see, or that would turn the order around of those that are seen.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static EgressTopology Described(IEnumerable<string> texts) => _minimal with
    {
        Rules =
        [
            new NetworkRuleCollection
            {
                Name = "described",
                Priority = 100,
                Rules = [.. texts.Select((text, index) => new NetworkRule { Name = $"rule{index}", Description = text, Protocols = [RuleProtocol.Tcp], Destination = [Ipv4Address.Parse("198.51.100.1")], Ports = [443] })],
            },
        ],
    };

    private async Task DescriptionsComeOutAsync(IEnumerable<string> texts)
    {
        var accepted = texts.Where(text => NastyText.IsAccepted(Described([text]))).ToList();
        Assert.NotEmpty(accepted);
        using var rendered = new RenderedTopology(Described(accepted));
        foreach (var prediction in await PredictionsAsync(rendered))
        {
            var rules = prediction.Value("Microsoft.Network/firewallPolicies/ruleCollectionGroups", "minimal-fwpolicy/DefaultNetworkRuleCollectionGroup", "properties.ruleCollections.described.rules")!.AsArray();
            NastyText.AssertSame(accepted, rules.Select(rule => rule!["description"]!.GetValue<string>()));
        }
    }

    private async Task TagsComeOutAsync(string[] texts, bool asParameter)
    {
        var tags = texts.Zip(texts.Reverse(), (name, value) => new ResourceTag(name, value))
            .DistinctBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase)
            .Where(tag => NastyText.IsAccepted(_minimal with { Tags = [tag] }))
            .ToValueList();
        using var rendered = new RenderedTopology(_minimal with { Tags = tags, Parameters = asParameter ? [TemplateParameter.Tags] : [] });
        foreach (var prediction in await PredictionsAsync(rendered))
        {
            var tagged = prediction.Resources.Where(resource => resource["tags"] is not null).ToList();
            Assert.Equal(tags.Count > 0, tagged.Count > 0);
            Assert.All(tagged, resource =>
                NastyText.AssertSame(tags.Select(tag => $"{tag.Name} → {tag.Value}"), resource["tags"]!.AsObject().Select(tag => $"{tag.Key} → {tag.Value}")));
        }
    }

    private async Task NamesComeOutAsync(EgressTopology topology, IEnumerable<TextField> names, string text)
    {
        using var rendered = new RenderedTopology(topology);
        foreach (var prediction in await PredictionsAsync(rendered))
        {
            foreach (var field in names)
            {
                Assert.Contains(text, field.Read(prediction));
            }
        }
    }

    private async Task<Prediction[]> PredictionsAsync(RenderedTopology rendered)
    {
        Assert.All(rendered.BicepFiles, file => Assert.DoesNotContain(file.Content.EnumerateRunes(), IsInvisible));
        await rendered.CompileAsync(Cli);
        return [await rendered.PredictAsync(Cli), await rendered.PredictCompiledAsync(Cli)];
    }
}

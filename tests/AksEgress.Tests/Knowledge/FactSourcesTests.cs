using System.Text.Json;
using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class FactSourcesTests
{
    private static readonly JsonDocumentOptions _options = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public void Every_source_that_a_fact_names_is_listed_and_every_listed_source_is_named() =>
        Assert.Equal(
            FactSources.All.Select(source => source.Key),
            Files.SelectMany(Objects).Select(element => element.TryGetProperty("source", out var source) ? source.GetString() : null)
                .OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_fact_has_a_source_and_a_confidence_or_neither() =>
        Assert.All(
            Files.SelectMany(Objects),
            element => Assert.Equal(element.TryGetProperty("source", out _), element.TryGetProperty("confidence", out _)));

    [Fact]
    public void Every_object_with_a_value_is_a_fact_or_lies_in_one() => Assert.All(Files, file => Assert.Empty(Unsourced(file)));

    [Fact]
    public void Locations_are_paths_or_issues_of_repositories() =>
        Assert.All(FactSources.All, source => Assert.Matches(@"^[\w-]+/[\w.-]+(:[\w./-]+|#\d+)$", source.Location));

    [Fact]
    public void Only_the_lists_of_registries_and_code_are_undated() =>
        Assert.Equal(["DOCK", "KREG", "SDKL"], FactSources.All.Where(source => source.Date is null).Select(source => source.Key));

    [Fact]
    public void Find_knows_the_keys_and_nothing_else()
    {
        Assert.Equal(new DateOnly(2026, 8, 21), FactSources.Find("OUT")?.Date);
        Assert.Null(FactSources.Find("out"));
    }

    private static IEnumerable<JsonElement> Files =>
        from name in typeof(FactSources).Assembly.GetManifestResourceNames()
        where name.StartsWith("AksEgress.Knowledge.", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal) && !name.EndsWith(".sources.json", StringComparison.Ordinal)
        select Read(name);

    private static JsonElement Read(string name)
    {
        using var stream = typeof(FactSources).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream, _options);
        return document.RootElement.Clone();
    }

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };

    private static IEnumerable<JsonElement> Objects(JsonElement element) =>
        Children(element).SelectMany(Objects).Concat(element.ValueKind is JsonValueKind.Object ? [element] : []);

    // An endpoint set is the one thing without a source of its own: it only groups endpoints, under words of ours.
    private static IEnumerable<string> Unsourced(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("source", out _) => [],
        JsonValueKind.Object when element.TryGetProperty("title", out _) =>
            Children(element).Where(child => child.ValueKind is not JsonValueKind.String).SelectMany(Unsourced),
        JsonValueKind.Object or JsonValueKind.Array => Children(element).SelectMany(Unsourced),
        JsonValueKind.Null => [],
        _ => [element.ToString()],
    };
}

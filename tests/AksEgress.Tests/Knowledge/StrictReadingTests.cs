using System.Text.Json;
using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class StrictReadingTests
{
    private const string Good = """ "value": 1, "source": "OUT", "confidence": "H" """;

    [Fact]
    public void A_fact_is_read_and_comments_are_skipped() =>
        Assert.Equal(new Limit { Value = 1, Source = "OUT", Confidence = Confidence.High }, ReadLimit($"{{ /* why */ {Good} }}"));

    [Theory]
    [InlineData(Good + """, "unit": "rules" """)]
    [InlineData(Good + """, "value": 2""")]
    [InlineData(""" "source": "OUT", "confidence": "H" """)]
    [InlineData(""" "value": 1, "confidence": "H" """)]
    [InlineData(""" "value": 1, "source": "OUT" """)]
    [InlineData(""" "value": 1, "source": null, "confidence": "H" """)]
    [InlineData(""" "value": 1, "source": "OUT", "confidence": 2""")]
    [InlineData(""" "value": 1, "source": "OUT", "confidence": "2" """)]
    [InlineData(""" "value": 1, "source": "OUT", "confidence": "X" """)]
    [InlineData(""" "Value": 1, "source": "OUT", "confidence": "H" """)]
    [InlineData(Good + ",")]
    public void An_unknown_missing_duplicate_or_malformed_member_is_refused(string members) =>
        Assert.Throws<JsonException>(() => ReadLimit($"{{{members}}}"));

    [Theory]
    [InlineData(""" "kind": "url", "fqdns": [], "protocols": [], """)]
    [InlineData(""" "kind": "fqdns", "fqdns": [], "protocols": [], "port": 443, """)]
    [InlineData(""" "kind": "networkFqdns", "fqdns": [], "protocols": [], """)]
    public void An_endpoint_of_unknown_kind_or_with_members_of_another_is_refused(string members) =>
        Assert.Throws<JsonException>(() => ReadEndpoint(members));

    [Fact]
    public void An_endpoint_without_a_kind_is_refused() =>
        Assert.Throws<NotSupportedException>(() => ReadEndpoint(""" "fqdns": [], "protocols": [], """));

    [Fact]
    public void Members_that_may_be_left_out_are_empty_then()
    {
        Assert.Equal([], ReadEndpoint(""" "kind": "fqdns", "fqdns": [], "protocols": [], """)!.Exempt);
        const string Tags = """[{ "name": "T", "source": "OUT", "confidence": "L" }]""";
        Assert.Equal([], JsonSerializer.Deserialize(Tags, KnowledgeJson.Default.IReadOnlyListKnownFqdnTag)![0].Covers);
    }

    [Fact]
    public void A_file_that_is_not_embedded_is_named() =>
        Assert.Contains(
            "nothing.json",
            Assert.Throws<InvalidOperationException>(() => KnowledgeFile.Read("nothing.json", KnowledgeJson.Default.Limits)).Message,
            StringComparison.Ordinal);

    private static Endpoint? ReadEndpoint(string members) => JsonSerializer.Deserialize(
        $$"""{ {{members}} "name": "a", "purpose": "A.", "source": "OUT", "confidence": "H" }""", KnowledgeJson.Default.Endpoint);

    private static Limit? ReadLimit(string json) => JsonSerializer.Deserialize(json, KnowledgeJson.Default.Limit);
}

using AksEgress.Tests.Infrastructure;
using AksEgress.Tests.Validation;

namespace AksEgress.Tests.Parsing;

/// <summary>One mistake is one finding: the rules conclude nothing from what the parser could not read.</summary>
public sealed class FollowUpTests
{
    public static TheoryData<string, int, int> Values => Places(YamlPlaces.Values(RichDocument.Text));

    public static TheoryData<string, int, int> Keys => Places(YamlPlaces.Keys(RichDocument.Text));

    [Fact]
    public void The_document_itself_has_no_finding() => Assert.Empty(Findings.In(RichDocument.Text));

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_another_type_is_one_finding(string value, int start, int end)
    {
        var text = RichDocument.Text[..start] + "[{}]" + RichDocument.Text[end..];

        Assert.Equal((1, value), (Findings.In(text) is var found && found.Count == 1 ? 1 : throw new InvalidOperationException(string.Join('\n', found)), value));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_misspelt_key_is_one_finding(string key, int start, int end)
    {
        var text = RichDocument.Text[..start] + key + "x" + RichDocument.Text[end..];

        Assert.Equal(("AKSE1009", 1), (Findings.In(text) is var found && found.Count == 1 ? found[0].Code : string.Join('\n', found), found.Count));
    }

    private static TheoryData<string, int, int> Places(IEnumerable<(string Text, int Start, int End)> places)
    {
        var data = new TheoryData<string, int, int>();
        foreach (var (text, start, end) in places)
        {
            data.Add(text, start, end);
        }

        return data;
    }
}

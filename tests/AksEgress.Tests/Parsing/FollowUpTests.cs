using AksEgress.Tests.Validation;
using YamlDotNet.RepresentationModel;

namespace AksEgress.Tests.Parsing;

/// <summary>One mistake is one finding: the rules conclude nothing from what the parser could not read.</summary>
public sealed class FollowUpTests
{
    private static readonly string[] _free = ["tags", "selector", "severity"];

    public static TheoryData<string, int, int> Values => Places(isKey: false);

    public static TheoryData<string, int, int> Keys => Places(isKey: true);

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

    private static TheoryData<string, int, int> Places(bool isKey)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(RichDocument.Text));
        var places = new TheoryData<string, int, int>();
        Add(stream.Documents[0].RootNode);
        return places;

        void Add(YamlNode node)
        {
            switch (node)
            {
                case YamlMappingNode mapping:
                    foreach (var (key, value) in mapping.Children)
                    {
                        var isFree = _free.Contains(key.ToString());
                        AddPlace(key, isKey);
                        AddPlace(value, !isKey && value is not YamlScalarNode && value.End.Line == value.Start.Line);
                        if (!isFree || !isKey)
                        {
                            Add(value);
                        }
                    }

                    break;
                case YamlSequenceNode sequence:
                    foreach (var item in sequence)
                    {
                        Add(item);
                    }

                    break;
                default:
                    AddPlace(node, !isKey);
                    break;
            }
        }

        void AddPlace(YamlNode node, bool isWanted)
        {
            if (isWanted && node is YamlScalarNode scalar)
            {
                places.Add(scalar.Value!, (int)node.Start.Index, (int)node.End.Index);
            }
        }
    }
}

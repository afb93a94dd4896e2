using AksEgress.Tests.Infrastructure;
using AksEgress.Validation;

namespace AksEgress.Tests.Validation;

/// <summary>The examples of the help pages, each time with one value that cannot be read: the rules conclude nothing from it.</summary>
public sealed class UnreadableValuesTests
{
    /// <summary>What the rest of an example is, when it is no longer what its page says.</summary>
    private static readonly Dictionary<string, string[]> _otherwise = new()
    {
        ["AKSE2233"] = ["AKSE2233"], // A frontend of publish.
        ["AKSE2310"] = ["AKSE2304"],
        ["AKSE2416"] = ["AKSE2423"],
        ["AKSE2421"] = ["AKSE2423"],
        ["AKSE2430"] = ["AKSE2423"],
        ["AKSE2608"] = ["AKSE2233"], // A port or protocol of publish.
        ["AKSE2703"] = ["AKSE2704", "AKSE2707"],
        ["AKSE2706"] = ["AKSE2704"],
    };

    public static TheoryData<string> Codes => [.. HelpPageTests.CodesOfDocuments.Select(row => row.Data).Where(code => code[4] == '2')];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_right_example_breaks_no_rule_then(string code)
    {
        var page = HelpPage.Read(code);

        Assert.All(Unreadable(page.Right!), example => Assert.Empty(Broken(page, example).Except(_otherwise.GetValueOrDefault(code, []))));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_wrong_example_breaks_no_other_rule_then(string code)
    {
        var page = HelpPage.Read(code);

        Assert.All(Unreadable(page.Wrong!), example => Assert.Empty(Broken(page, example).Except([code, .. _otherwise.GetValueOrDefault(code, [])])));
    }

    private static IEnumerable<string> Broken(HelpPage page, string example) =>
        page.FindingsIn(HelpPage.Complete(example)).Select(finding => finding.Code).Intersect(TopologyRules.All.Select(rule => rule.Descriptor.Code));

    private static IEnumerable<string> Unreadable(string example) =>
        YamlPlaces.Values(example).Select(place => example[..place.Start] + "[{}]" + example[place.End..]);
}

using System.Globalization;
using System.Text.RegularExpressions;
using AksEgress.Tests.Infrastructure;
using AksEgress.Validation;

namespace AksEgress.Tests.Validation;

/// <summary>The account of Azure's facts: which code reports a row, or why none does.</summary>
public sealed partial class FactsTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Repository.PathOf("src", "AksEgress", "Validation"), "facts-*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_code_of_an_account_exists(string file) =>
        Assert.Empty(Code().Matches(Read(file)).Select(match => match.Value).Except(DiagnosticCatalog.All.Select(descriptor => descriptor.Code)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_row_has_an_id_of_its_own_and_an_answer(string file)
    {
        var rows = Row().Matches(Read(file)).Select(match => (Id: match.Groups[1].Value, Answer: match.Groups[2].Value)).ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
        Assert.All(rows, row => Assert.True(row.Answer.Length > 3, row.Id));
    }

    [Fact]
    public void Every_rule_is_in_an_account()
    {
        var accounts = string.Concat(Files.Select(file => Read(file.Data)));

        Assert.All(TopologyRules.All.Select(rule => rule.Descriptor.Code), code => Assert.Contains(code, accounts, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_mistake_that_people_make_is_in_an_account()
    {
        var ids = Files.SelectMany(file => Row().Matches(Read(file.Data))).SelectMany(row => Mistake().Matches(row.Groups[1].Value)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

        Assert.Equal(Enumerable.Range(1, 44), ids.Distinct().Order());
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathOf("src", "AksEgress", "Validation", file));

    [GeneratedRegex("AKSE[0-9]{4}")]
    private static partial Regex Code();

    /// <summary>The id of a row of section 6: <c>`6-4`</c>, or <c>`6-04-some-words`</c>.</summary>
    [GeneratedRegex("`6-0?([0-9]+)[`-]")]
    private static partial Regex Mistake();

    /// <summary>A row: its ids in code quotes, what it says where the id does not, and the answer.</summary>
    [GeneratedRegex(@"^\| (`[^|]+`) \|(?:.*\|)? *([^|]*?) *\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

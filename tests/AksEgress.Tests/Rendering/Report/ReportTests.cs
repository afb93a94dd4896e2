using System.Text;
using System.Xml;
using System.Xml.Linq;
using AksEgress.Model;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.Report;

/// <summary>What a report says.</summary>
public sealed class ReportTests
{
    private const int MaxBytes = 300_000;

    public static TheoryData<string> Cases => [.. Case.Names.Select(row => row.Data), "rich"];

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.md")]
    public void The_walkthrough_is_the_one_that_was_read_and_accepted(string file) => Snapshot.Match(TextOf("walkthrough", file), Case.FolderOf("walkthrough"), file);

    [Fact]
    public void The_walkthrough_s_page_is_small() => Assert.InRange(Encoding.UTF8.GetByteCount(ReportPages.Page("walkthrough")), 1, MaxBytes);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_page_is_well_formed_and_asks_for_nothing(string name)
    {
        var page = Parse(ReportPages.Page(name));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants().Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "use" or "image");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Descendants("th"), header => Assert.NotNull(header.Attribute("scope")));
        Assert.All(page.Descendants("table"), table => Assert.Single(table.Elements("caption")));
    }

    [Fact]
    public void Every_rule_is_in_its_table_with_its_mark()
    {
        var rows = Parse(ReportPages.Page("rich")).Descendants("tr").Where(row => row.Attribute("class")?.Value.StartsWith("rule", StringComparison.Ordinal) == true)
            .ToDictionary(row => row.Element("th")!.Value, row => row.Descendants("span").Where(span => span.Attribute("class")!.Value.StartsWith("mark", StringComparison.Ordinal)).Select(span => span.Value));

        Assert.Equal(
            [("never", ""), ("dead", "Dead"), ("partly", "Partly shadowed"), ("once", "Redundant"), ("twice", ""), ("monitor", "")],
            ((string[])["never", "dead", "partly", "once", "twice", "monitor"]).Select(rule => (rule, string.Join(", ", rows[rule]))));
    }

    [Fact]
    public void Rules_come_by_priority_whatever_their_order_in_the_document()
    {
        var topology = Case.Read("minimal") with { Rules = [Collection("second", 200), Collection("first", 100)] };

        var page = topology.RenderReport()[0].Content;

        Assert.True(page.IndexOf("of-first", StringComparison.Ordinal) < page.IndexOf("of-second", StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_have_their_lines_and_a_suppressed_one_its_reason()
    {
        var markdown = TextOf("rich", "report.md");

        Assert.Contains("**Suppressed** `AKSE2224` (line ", markdown, StringComparison.Ordinal);
        Assert.Contains("Suppressed: New &#60;since&#62; May", markdown, StringComparison.Ordinal);
        Assert.Contains("**Warning** `AKSE2252` (line 1)", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("rich.egress.yaml", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_document_says_stays_text()
    {
        var page = ReportPages.Page("rich");

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("&#60;script&#62;alert('1')&#60;/script&#62; &#38; &#96;id&#96; &#124; &#91;x&#93;(y) <code>&#64;</code>team <code>&#35;</code>1", TextOf("rich", "report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_topology_with_errors_has_no_report() => Assert.Throws<InvalidTopologyException>(() => (Case.Read("minimal") with { Location = "nowhere at all" }).RenderReport());

    private static NetworkRuleCollection Collection(string name, int priority) => new()
    {
        Name = name,
        Priority = priority,
        Rules = [new() { Name = $"of-{name}", Protocols = [RuleProtocol.Tcp], Destination = [Ipv4Address.Parse("198.51.100.1")], Ports = [443] }],
    };

    private static string TextOf(string name, string file) => ReportPages.Read(name).RenderReport().Single(candidate => candidate.Path == file).Content;

    private static XElement Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}

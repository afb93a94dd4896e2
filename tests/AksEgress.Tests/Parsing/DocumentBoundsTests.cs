using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Parsing;

namespace AksEgress.Tests.Parsing;

public sealed class DocumentBoundsTests
{
    [Theory]
    [InlineData(new byte[] { 0x6E, 0x61, 0xFF }, 1, 3)]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0x0A, 0xC3, 0xA9, 0xC3 }, 3, 2)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x80 }, 1, 1)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x6E, 0x00 }, 1, 1)]
    public void Bytes_that_are_not_utf8_are_reported_where_they_stand(byte[] bytes, int line, int column)
    {
        var finding = Assert.Single(TopologyDocument.Parse(bytes, "a.egress.yaml").Diagnostics);

        Assert.Equal((DocumentDiagnostics.Encoding, new SourceSpan("a.egress.yaml", line, column, line, column + 1)), (finding.Descriptor, finding.Span));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var document = TopologyDocument.Parse([.. Encoding.UTF8.Preamble, .. "name: a\nlocation: eastus\nnetwork: { addressSpace: [], subnets: [] }"u8], "a");

        Assert.Empty(document.Diagnostics);
        Assert.Equal(new SourceSpan("a", 1, 7, 1, 8), document.Readable!.At("Name"));
    }

    [Fact]
    public void A_document_above_four_mebibytes_is_not_read()
    {
        var atTheLimit = "#" + new string('x', TopologyDocument.MaxSize - 1);

        Assert.Equal([DocumentDiagnostics.Empty], DescriptorsOf(atTheLimit));
        Assert.Equal([DocumentDiagnostics.TooLarge], DescriptorsOf(atTheLimit + "x"));
        Assert.Equal([DocumentDiagnostics.TooLarge], TopologyDocument.Parse(atTheLimit + "x", "a").Diagnostics.Select(finding => finding.Descriptor));
    }

    [Theory]
    [InlineData("name: a\0", 1, 8)]
    [InlineData("name: a\n\0", 2, 1)]
    [InlineData("name: a\n\0location: eastus\n", 2, 1)]
    [InlineData("name: a\n# comment \u0001\n", 2, 11)]
    [InlineData("name: a\n\u001A", 2, 1)]
    [InlineData("name: \u007F", 1, 7)]
    public void Control_characters_are_reported_where_they_stand(string text, int line, int column)
    {
        var finding = Assert.Single(TopologyDocument.Parse(text, "a").Diagnostics);

        Assert.Equal((DocumentDiagnostics.Syntax, new SourceSpan("a", line, column, line, column + 1)), (finding.Descriptor, finding.Span));
        Assert.Equal(finding, Assert.Single(TopologyDocument.Parse(Encoding.UTF8.GetBytes(text), "a").Diagnostics));
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(200_000, true)]
    public void Nesting_ends_after_64_levels(int depth, bool isTooDeep)
    {
        var descriptors = DescriptorsOf("name: " + new string('[', depth - 2) + "a" + new string(']', depth - 2));

        Assert.Equal(isTooDeep, descriptors.Contains(DocumentDiagnostics.TooDeep));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# a comment\n")]
    public void An_empty_document_is_reported(string text)
    {
        var finding = Assert.Single(TopologyDocument.Parse(text, "a.egress.yaml").Diagnostics);

        Assert.Equal((DocumentDiagnostics.Empty, SourceSpan.WholeFile("a.egress.yaml")), (finding.Descriptor, finding.Span));
    }

    [Theory]
    [InlineData("just text")]
    [InlineData("[a, b]")]
    [InlineData("---")]
    public void A_document_is_a_mapping(string text) => Assert.Equal([DocumentDiagnostics.WrongType], DescriptorsOf(text));

    private static IEnumerable<DiagnosticDescriptor> DescriptorsOf(string text) =>
        TopologyDocument.Parse(Encoding.UTF8.GetBytes(text), "a").Diagnostics.Select(finding => finding.Descriptor);
}

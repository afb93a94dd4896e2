using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Tests.Model;

public sealed class OriginTests
{
    /// <summary>Few members are searched, many are looked up: both find the same.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1000)]
    public void An_element_a_member_and_what_was_not_said_have_their_places(int elements)
    {
        static SourceSpan Line(int line) => new("a.yaml", line, 1, line, 2);
        var origin = new Origin(Line(1), [new("List", -1, Line(2)), new("Other", -1, Line(3)), .. Enumerable.Range(0, elements - 2).Select(i => new OriginMember("List", i, Line(10 + i)))]);

        Assert.Equal(Line(10), origin.Of("List", 0));
        Assert.Equal(Line(10 + elements - 3), origin.Of("List", elements - 3));
        Assert.Equal(Line(2), origin.Of("List"));
        Assert.Equal(Line(2), origin.Of("List", elements));
        Assert.Equal(Line(3), origin.Of("Other", 5));
        Assert.Equal(Line(1), origin.Of("Unsaid", 0));
    }
}

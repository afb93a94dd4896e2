using AksEgress.Import;
using AksEgress.Tests.Infrastructure;
using CsCheck;

namespace AksEgress.Tests.Import;

public sealed class RuntimeExpressionTests
{
    private const string Firewall = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/azureFirewalls/fw";
    private const string Address = $"reference('{Firewall}', '2024-07-01').ipConfigurations[0].properties.privateIPAddress";

    /// <summary>As templates have them.</summary>
    private static readonly string[] _real =
    [
        $"[{Address}]",
        $"[if(equals({Address}, '10.42.2.4'), {Address}, fail('The firewall''s address is another.'))]",
        $"[format('{{0}}/32', reference('/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/pip', '2024-07-01').ipAddress)]",
        "[concat(reference(resourceId('Microsoft.Network/publicIPAddresses', 'pip'), '2024-07-01', 'Full').properties.ipAddress, '/32')]",
        "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', parameters('subnet')[0].name)]",
    ];

    [Theory]
    [InlineData("10.0.0.4")]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[[reference('x')]")]
    [InlineData("[x] y")]
    public void Text_that_is_no_expression_is_itself(string text) => Assert.Equal(new RuntimeValue.Literal(text), RuntimeExpression.Read(text));

    [Theory]
    [InlineData("['it''s']", "it's")]
    [InlineData("['[x]']", "[x]")]
    [InlineData("[ 'a' ]", "a")]
    [InlineData("[-7]", "-7")]
    [InlineData("[concat('a', '/32')]", "a/32")]
    [InlineData("[format('{0}/32', '10.0.0.4')]", "10.0.0.4/32")]
    [InlineData("[if(equals('a', 'b'), fail('no'), 'c')]", "c")]
    [InlineData("[if(empty(parameters('x')), 'c', 'c')]", "c")]
    public void Literals(string text, string expected) =>
        Assert.Equal(expected, RuntimeExpression.Read(text) is RuntimeValue.Literal literal ? literal.Text : "?");

    [Fact]
    public void A_reference_is_a_link() =>
        Assert.Equal(new RuntimeValue.Link(Firewall, "ipConfigurations[0].properties.privateIPAddress"), RuntimeExpression.Read($"[{Address}]"));

    [Theory]
    [InlineData("'Full'")]
    [InlineData("'full'")]
    public void A_full_reference_is_the_same_link_below_its_properties(string full) =>
        Assert.Equal(new RuntimeValue.Link("x", "ipAddress"), RuntimeExpression.Read($"[reference('x', '2024-07-01', {full}).properties.ipAddress]"));

    [Fact]
    public void A_full_reference_to_anything_else_keeps_its_path() =>
        Assert.Equal(new RuntimeValue.Link("x", "identity.principalId"), RuntimeExpression.Read("[reference('x', '2024-07-01', 'Full').identity.principalId]"));

    [Theory]
    [InlineData("[format('{0}/32', reference('x').ipAddress)]", "/32")]
    [InlineData("[concat(reference('x').ipAddress, '/32')]", "/32")]
    [InlineData("[concat(format('{0}/32', reference('x').ipAddress), '!')]", "/32!")]
    public void What_stands_behind_a_link_is_kept(string text, string suffix) => Assert.Equal(new RuntimeValue.Link("x", "ipAddress", suffix), RuntimeExpression.Read(text));

    [Fact]
    public void What_a_template_checks_is_so()
    {
        const string claim = "if(equals(reference('x').ip, '10.0.0.4'), reference('x').ip, fail('no'))";

        Assert.Equal(new RuntimeValue.Link("x", "ip", "", "10.0.0.4"), RuntimeExpression.Read($"[{claim}]"));
        Assert.Equal(new RuntimeValue.Link("x", "ip", "/32", "10.0.0.4"), RuntimeExpression.Read($"[format('{{0}}/32', {claim})]"));
    }

    [Theory]
    [InlineData("[if(equals(reference('x').ip, '10.0.0.4'), reference('y').ip, fail('no'))]", "y")]
    [InlineData("[if(equals(reference('x').ip, '10.0.0.4'), reference('x').other, fail('no'))]", "x")]
    public void A_check_of_another_property_claims_nothing(string text, string id)
    {
        var link = Assert.IsType<RuntimeValue.Link>(RuntimeExpression.Read(text));
        Assert.Equal((id, null), (link.Id, link.Claimed));
    }

    [Fact]
    public void A_link_with_something_behind_it_is_no_link_to_the_address() =>
        Assert.False(ImportContext.IsLink(RuntimeExpression.Read("[concat(reference('x').privateIPAddress, '9')]"), "x", "privateIPAddress"));

    [Theory]
    [InlineData("[variables('x')]")]
    [InlineData("[reference(parameters('x')).ip]")]
    [InlineData("[if(equals('a', 'b'), 'c', 'd')]")]
    [InlineData("[concat('a', reference('x').ip)]")]
    [InlineData("[format('{0}:{1}', 'a', 'b')]")]
    [InlineData("['a' 'b']")]
    [InlineData("[reference('x').ip] and more]")]
    [InlineData("[reference('x'.ip]")]
    [InlineData("[reference('x').ip[0]")]
    public void Anything_else_is_unknown(string text) => Assert.IsType<RuntimeValue.Unknown>(RuntimeExpression.Read(text));

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    [InlineData(2_000, false)]
    public void Nesting_ends(int depth, bool isRead) =>
        Assert.Equal(isRead, RuntimeExpression.Read($"[{string.Concat(Enumerable.Repeat("concat(", depth))}'a'{string.Concat(Enumerable.Repeat(", '')", depth))}]") is RuntimeValue.Literal);

    [Fact]
    public void Length_ends()
    {
        var text = $"['{new string('a', 24_576)}']";
        Assert.InRange(Assert.IsType<RuntimeValue.Unknown>(RuntimeExpression.Read(text)).Expression.Length, 1, 300);
    }

    /// <summary>Half an expression is text, or unknown, but never a link to half an id.</summary>
    [Fact]
    public void Any_beginning_of_a_real_expression_is_no_link() =>
        Assert.All(
            _real,
            text => Assert.All(
                Enumerable.Range(0, text.Length),
                length =>
                {
                    Assert.IsNotType<RuntimeValue.Link>(RuntimeExpression.Read(text[..length]));
                    Assert.True(RuntimeExpression.Read(text[..length] + "]") is not RuntimeValue.Link { Id: var id } || text.Contains($"'{id}'", StringComparison.Ordinal));
                }));

    [Fact]
    public void Any_mutation_of_a_real_expression_is_read() =>
        Gen.Select(Gen.OneOf(_real), Gen.Int[0, 200], Gen.Int[0, 10], Gen.Char["[](){}',.0aR/ -é\0"].Array[0, 6])
            .Sample(
                (text, at, length, put) =>
                {
                    var start = Math.Min(at, text.Length);
                    Assert.NotNull(RuntimeExpression.Read(text[..start] + new string(put) + text[Math.Min(start + length, text.Length)..]));
                },
                iter: LongTests.Wanted ? 1_000_000 : 20_000);
}

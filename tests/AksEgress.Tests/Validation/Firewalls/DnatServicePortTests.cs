namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>DNAT rules by hand to addresses of Services.</summary>
public sealed class DnatServicePortTests
{
    private const string Services = "services: [{ name: shop, address: 10.42.3.10, subnet: ingress-subnet, ports: [{ port: 8080 }, { port: 53, protocol: udp }] }, { name: admin, address: 10.42.3.10, subnet: ingress-subnet, ports: [{ port: 9090 }] }]\n";

    [Theory]
    [InlineData("port: 8080, translatedAddress: 10.42.3.10", "")]
    [InlineData("port: 80, translatedAddress: 10.42.3.10, translatedPort: 8080", "")]
    [InlineData("port: 80, translatedAddress: 10.42.3.10, translatedPort: 9090", "")]
    [InlineData("port: 80, translatedAddress: 10.42.3.10", "AKSE2254: 80")]
    [InlineData("port: 8080, translatedAddress: 10.42.3.10, translatedPort: 80", "AKSE2254: 80")]
    [InlineData("port: 8080, translatedAddress: 10.42.3.10, protocols: [udp]", "AKSE2254: 8080")]
    [InlineData("port: 53, translatedAddress: 10.42.3.10, protocols: [udp]", "")]
    [InlineData("port: 53, translatedAddress: 10.42.3.10, protocols: [tcp, udp]", "")]
    [InlineData("port: 80, translatedAddress: 10.42.3.11", "")]
    [InlineData("port: 80, translatedAddress: 10.42.3.10, translatedPort: 99999", "AKSE2005: 99999")]
    [InlineData("port: 80-81, translatedAddress: 10.42.3.10", "AKSE2217: 80-81")]
    public void The_port_is_one_of_the_Services(string rule, string finding)
    {
        var document = RuleDocument.Of("dnat", rule, rest: Services);
        Assert.Equal(finding, string.Join(' ', Findings.In(document).Where(found => found.Code != "AKSE2608").Select(found => $"{found.Code}: {HelpPage.TextAt(document, found.Span)}")));
    }

    [Fact]
    public void A_published_service_has_its_port_and_no_other()
    {
        const string Publish = "publish: [{ service: shop, port: 80, address: 10.42.3.10 }]\n";
        Assert.Equal("AKSE2254", RuleDocument.Codes("dnat", "port: 443, translatedAddress: 10.42.3.10", rest: Publish));
        Assert.Equal("", RuleDocument.Codes("dnat", "port: 8000, translatedAddress: 10.42.3.10, translatedPort: 80", rest: Publish));
    }

    [Theory]
    [InlineData("publish: [{ service: shop, port: 99999, address: 10.42.3.10 }]\n", "AKSE2005")]
    [InlineData("services: [{ name: shop, address: 10.42.3.10, subnet: ingress-subnet, ports: [{ port: 8080, protocol: tpc }] }]\n", "AKSE1012")]
    [InlineData("services: [{ name: shop, address: 10.42.3.10, subnet: ingress-subnet, ports: [{ port: 8080 }] }, 7]\n", "AKSE1011")]
    public void A_port_that_could_not_be_read_may_be_the_one(string services, string codes) => Assert.Equal(codes, RuleDocument.Codes("dnat", "port: 80, translatedAddress: 10.42.3.10", rest: services));
}

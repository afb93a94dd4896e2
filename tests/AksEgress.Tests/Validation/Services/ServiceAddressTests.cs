namespace AksEgress.Tests.Validation.Services;

/// <summary>Addresses of load balancers, and who may reach them.</summary>
public sealed class ServiceAddressTests
{
    private const string Dnat = "rules: [{ collection: in, kind: dnat, priority: 200, rules: [{ name: web, source: [203.0.113.0/24], port: 80, translatedAddress: 10.42.3.10 }] }]\n";

    [Theory]
    [InlineData("10.42.2.0/24", Dnat, "")]
    [InlineData("10.42.0.0/16", Dnat, "")]
    [InlineData("10.42.2.0/25", Dnat, "AKSE2614")]
    [InlineData("203.0.113.0/24", Dnat, "AKSE2614")]
    [InlineData("203.0.113.0/24", "", "")]
    [InlineData("", Dnat, "")]
    public void Source_ranges_hold_the_firewall_behind_dnat(string ranges, string rest, string codes) =>
        Assert.Equal(codes, Codes.In($"services: [{{ name: web, address: 10.42.3.10, subnet: ingress-subnet, sourceRanges: [{ranges}], ports: [{{ port: 80 }}] }}]\n{rest}"));

    [Theory]
    [InlineData("20.61.5.9", "")]
    [InlineData("192.168.0.9", "AKSE2615")]
    [InlineData("10.42.3.10", "AKSE2615")]
    public void Public_load_balancers_have_public_addresses(string address, string codes) =>
        Assert.Equal(codes, Codes.In($"publish: [{{ service: web, port: 80, loadBalancer: public, address: {address} }}]\n"));

    [Theory]
    [InlineData("10.42.1.4", "AKSE2616")]
    [InlineData("10.42.1.6", "AKSE2616")]
    [InlineData("10.42.1.7", "")]
    [InlineData("10.42.1.3", "AKSE2607")]
    [InlineData("10.42.3.4", "")]
    public void Nodes_take_the_first_addresses(string address, string codes) =>
        Assert.Equal(codes, Codes.In($"publish: [{{ service: web, port: 80, address: {address} }}]\n"));
}

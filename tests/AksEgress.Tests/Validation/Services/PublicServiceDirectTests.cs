namespace AksEgress.Tests.Validation.Services;

public sealed class PublicServiceDirectTests
{
    private const string Public = "services: [{ name: web, loadBalancer: public, ports: [{ port: 80 }] }]\n";
    private const string PublicAt = "services: [{ name: web, loadBalancer: public, address: 20.61.5.9, ports: [{ port: 80 }] }]\n";

    [Theory]
    [InlineData(Public, "AKSE2617")]
    [InlineData(PublicAt, "AKSE2617")]
    [InlineData("services: [{ name: web, ports: [{ port: 80 }] }]\n", "")]
    [InlineData(Public + "cluster: { outboundType: loadBalancer }\n", "")]
    [InlineData("publish: [{ service: web, port: 80, loadBalancer: public, address: 20.61.5.9 }]\n", "")]
    public void A_public_load_balancer_needs_the_firewall_before_it(string rest, string codes) => Assert.Equal(codes, Codes(rest));

    [Theory]
    [InlineData(PublicAt, "translatedAddress: 20.61.5.9", "")]
    [InlineData(PublicAt, "translatedAddress: 20.61.5.10", "AKSE2617")]
    [InlineData(PublicAt, "translatedFqdn: web.contoso.com", "AKSE2617")]
    [InlineData(Public, "translatedAddress: 20.61.5.10", "")]
    [InlineData(Public, "translatedFqdn: web.contoso.com", "")]
    [InlineData(Public, "translatedAddress: 10.42.3.10", "AKSE2617")]
    public void A_rule_leads_to_it(string services, string target, string codes) =>
        Assert.Equal(codes, Codes($"{services}rules: [{{ collection: dnat, kind: dnat, priority: 200, rules: [{{ name: web, port: 80, {target} }}] }}]\n"));

    private static string Codes(string rest) =>
        string.Join(' ', Findings.In(HelpPage.Complete(rest)).Select(finding => finding.Code).Where(code => code == "AKSE2617"));
}

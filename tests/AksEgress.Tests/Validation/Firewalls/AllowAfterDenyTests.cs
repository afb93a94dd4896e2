namespace AksEgress.Tests.Validation.Firewalls;

public sealed class AllowAfterDenyTests
{
    [Theory]
    [InlineData("fqdns: [mcr.microsoft.com]", "AKSE2751")]
    [InlineData("fqdns: ['*.microsoft.com']", "AKSE2751")]
    [InlineData("fqdns: [mcr.microsoft.com], protocols: [http]", "")]
    [InlineData("fqdns: [mcr.microsoft.com], source: [10.42.1.4]", "")]
    [InlineData("fqdns: [example.com]", "")]
    [InlineData("fqdnTags: [AzureKubernetesService], protocols: [http, https]", "AKSE2751")]
    [InlineData("fqdnTags: [WindowsUpdate]", "")]
    [InlineData("fqdns: ['*'], protocols: [http, https]", "AKSE2751")]
    public void What_aks_needs_is_not_denied_before(string rule, string codes) =>
        Assert.Equal(codes, Codes($"allow: [aks]\nrules: [{{ collection: deny, kind: application, action: deny, priority: 200, rules: [{{ name: deny, {rule} }}] }}]\n"));

    [Theory]
    [InlineData(59999, "AKSE2751")]
    [InlineData(60001, "AKSE2250")]
    public void Denying_every_host_repeats_only_behind_all(int priority, string codes) =>
        Assert.Equal(codes, Codes($"allow: [aks]\nrules: [{{ collection: deny, kind: application, action: deny, priority: {priority}, rules: [{{ name: deny, fqdns: ['*'] }}] }}]\n"));

    [Theory]
    [InlineData("protocols: [any], source: ['*'], ports: ['*']", "AKSE2752")]
    [InlineData("protocols: [tcp], source: ['*'], ports: [80, 443]", "AKSE2752")]
    [InlineData("protocols: [tcp], ports: [443]", "AKSE2752")]
    [InlineData("protocols: [tcp], source: [10.42.1.0/25], ports: ['*']", "")]
    [InlineData("protocols: [udp], source: ['*'], ports: ['*']", "")]
    [InlineData("protocols: [tcp], source: ['*'], ports: [25]", "")]
    [InlineData("protocols: [udp, tcp], source: ['*'], ports: [443]", "AKSE2752")]
    [InlineData("protocols: [tcp], source: ['*'], ports: [80]", "")]
    public void A_network_rule_comes_before_all_application_rules(string rule, string codes) =>
        Assert.Equal(codes, Codes(
            $"allow: [{{ https: [a.contoso.com] }}, aks]\nrules: [{{ collection: deny, kind: network, action: deny, priority: 65000, rules: [{{ name: deny, destination: ['*'], {rule} }}] }}]\n"));

    [Fact]
    public void Behind_a_wide_allow_a_wide_deny_hides_nothing_more() =>
        Assert.Equal("", Codes(
            """
            allow: [aks]
            rules:
              - { collection: allow, kind: network, priority: 200, rules: [{ name: allow, protocols: [tcp], source: ['*'], destination: ['*'], ports: [80, 443] }] }
              - { collection: deny, kind: network, action: deny, priority: 300, rules: [{ name: deny, protocols: [any], source: ['*'], destination: ['*'], ports: ['*'] }] }

            """));

    [Theory]
    [InlineData("fqdns: [a.contoso.com]", "", "AKSE2752")]
    [InlineData("fqdns: [a.contoso.com], source: [10.42.1.0/24, 10.42.1.0/33]", "", "")]
    [InlineData("fqdns: [a.contoso.com], protocols: [htps]", "", "")]
    [InlineData("fqdns: [a.contoso.com]", "source: [10.42.1.0/24, 10.42.1.0/33],", "")]
    [InlineData("fqdns: [a.contoso.com]", "source: [10.42.9.0/24],", "AKSE2752")]
    public void What_could_not_be_read_may_be_allowed(string application, string earlier, string codes) =>
        Assert.Equal(codes, Codes(
            $$"""
            allow: []
            rules:
              - { collection: allow, kind: network, priority: 200, rules: [{ name: allow, protocols: [tcp], {{earlier}} destination: [10.9.0.4], ports: [443] }] }
              - { collection: deny, kind: network, action: deny, priority: 300, rules: [{ name: deny, protocols: [any], destination: ['*'], ports: ['*'] }] }
              - { collection: hosts, kind: application, priority: 200, rules: [{ name: hosts, {{application}} }] }

            """));

    private static string Codes(string rest) =>
        string.Join(' ', Findings.In(HelpPage.Complete(rest)).Select(finding => finding.Code).Where(code => code is "AKSE2250" or "AKSE2750" or "AKSE2751" or "AKSE2752"));
}

using AksEgress.Model;

namespace AksEgress.Tests.Resolution;

public sealed class AllowTests
{
    [Fact]
    public void Sets_become_application_rules_where_http_allows()
    {
        var rules = ApplicationRules(EndpointSet.Ghcr, EndpointSet.UbuntuUpdates);

        Assert.Equal(
            [
                ("ghcr-registry", "https:443", "ghcr.io pkg-containers.githubusercontent.com"),
                ("ubuntu-updates-packages", "http:80", "security.ubuntu.com azure.archive.ubuntu.com changelogs.ubuntu.com"),
                ("ubuntu-updates-snapshots", "https:443", "snapshot.ubuntu.com"),
            ],
            rules.Select(rule => (rule.Name, string.Join(' ', rule.Protocols!), string.Join(' ', rule.Fqdns!))));
        Assert.All(rules, rule => Assert.Equal([AddressRange.FromCidr(Cidr.Parse("10.42.1.0/24"))], rule.Source!));
        Assert.All(rules, rule => Assert.NotNull(rule.Description));
    }

    [Fact]
    public void Docker_hub_has_the_hosts_that_the_article_forgets()
    {
        var hosts = ApplicationRules(EndpointSet.DockerHub).SelectMany(rule => rule.Fqdns!).Select(host => host.ToString());

        Assert.Contains("auth.docker.io", hosts);
        Assert.Contains("docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com", hosts);
    }

    [Fact]
    public void What_is_no_http_becomes_a_network_rule()
    {
        var resolved = (Topologies.Small with { Allow = [EndpointSet.UbuntuTime] }).Resolve();
        var rule = Assert.Single(Assert.IsType<NetworkRuleCollection>(Assert.Single(resolved.Firewall!.Policy!.RuleCollectionGroups![0].Collections)).Rules);

        Assert.Equal(("ubuntu-time-time", RuleProtocol.Udp, 123, "ntp.ubuntu.com"), (rule.Name, rule.Protocols[0], rule.Ports[0].First, rule.Fqdns![0].ToString()));
    }

    [Fact]
    public void Hosts_become_a_rule_for_each_protocol()
    {
        var rules = ApplicationRules(new AllowEntry { Https = [FqdnPattern.Parse("*.contoso.com")], Http = [FqdnPattern.Parse("contoso.com")] }, new AllowEntry { Name = "api", Https = [FqdnPattern.Parse("a.com")], Port = 8443 });

        Assert.Equal(
            [("contoso.com", "https:443"), ("contoso.com-http", "http:80"), ("api", "https:8443")],
            rules.Select(rule => (rule.Name, string.Join(' ', rule.Protocols!))));
    }

    [Fact]
    public void A_set_counts_once_and_derived_names_are_unique()
    {
        var host = FqdnPattern.Parse("a.com");
        var rules = ApplicationRules(EndpointSet.Ghcr, EndpointSet.Ghcr, new AllowEntry { Https = [host] }, new AllowEntry { Https = [host] }, new AllowEntry { Https = [FqdnPattern.Any] });

        Assert.Equal(["ghcr-registry", "a.com", "a.com-2", "any-host"], rules.Select(rule => rule.Name));
    }

    [Fact]
    public void Derived_names_are_as_long_as_azure_takes_them()
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', 60), 4));
        var rules = ApplicationRules(new AllowEntry { Https = [FqdnPattern.Parse(host)] }, new AllowEntry { Https = [FqdnPattern.Parse(host)] });

        Assert.Equal([80, 80], rules.Select(rule => rule.Name.Length));
        Assert.EndsWith("-2", rules[1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_forms_stand_behind_what_is_said_exactly_in_the_default_groups()
    {
        var resolved = (Topologies.Small with
        {
            Allow = [EndpointSet.Aks, EndpointSet.UbuntuTime],
            Rules = [new ApplicationRuleCollection { Name = "deny", Priority = 65000, Action = RuleAction.Deny, Rules = [new() { Name = "all", Fqdns = [FqdnPattern.Any] }] }],
            Publish = [new() { Service = "a", Port = 80 }],
        }).Resolve();

        Assert.Equal(
            [
                ("DefaultDnatRuleCollectionGroup", 100, "publish 60000"),
                ("DefaultNetworkRuleCollectionGroup", 200, "allow-network 60000"),
                ("DefaultApplicationRuleCollectionGroup", 300, "deny 65000, allow-application 60000"),
            ],
            resolved.Firewall!.Policy!.RuleCollectionGroups!.Select(group => (group.Name, group.Priority.Value, string.Join(", ", group.Collections.Select(collection => $"{collection.Name} {collection.Priority}")))));
    }

    [Fact]
    public void A_location_that_is_none_leaves_out_the_hosts_made_from_it()
    {
        var rules = (Topologies.Small with { Location = "East US", Allow = [EndpointSet.AzureExtensions, EndpointSet.AksLegacyTunnel] }).Resolve();

        Assert.DoesNotContain(rules.Firewall!.Policy!.RuleCollectionGroups!.SelectMany(group => group.Collections).OfType<ApplicationRuleCollection>().SelectMany(collection => collection.Rules), rule => rule.Name.EndsWith("configuration", StringComparison.Ordinal));
        Assert.Equal(["AKSE2015"], (Topologies.Small with { Location = "East US", Allow = [EndpointSet.Aks, EndpointSet.AzureExtensions] }).Validate().Select(finding => finding.Code));
    }

    private static ValueList<ApplicationRule> ApplicationRules(params ReadOnlySpan<AllowEntry> entries) =>
        Assert.IsType<ApplicationRuleCollection>(Assert.Single((Topologies.Small with { Allow = [.. entries] }).Resolve().Firewall!.Policy!.RuleCollectionGroups![0].Collections)).Rules;
}

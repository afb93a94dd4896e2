using AksEgress.Model;

namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>Entries that only C# can make: a word in a document is a set and nothing else.</summary>
public sealed class AllowEntryTests
{
    public static TheoryData<AllowEntry, bool> Entries => new()
    {
        { EndpointSet.Aks, false },
        { new() { Https = [FqdnPattern.Parse("a.contoso.com")] }, false },
        { new() { Http = [FqdnPattern.Parse("a.contoso.com")] }, false },
        { new(), true },
        { new() { Https = [] }, true },
        { new() { Http = [] }, true },
        { new() { Set = EndpointSet.Aks, Https = [FqdnPattern.Parse("a.contoso.com")] }, true },
        { new() { Set = EndpointSet.Aks, Http = [FqdnPattern.Parse("a.contoso.com")] }, true },
        { new() { Set = EndpointSet.Aks, Name = "a" }, true },
        { new() { Set = EndpointSet.Aks, Port = 8443 }, true },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_is_a_set_or_hosts(AllowEntry entry, bool isMistake)
    {
        var topology = SmallTopology.Of("aks-egress") with { Allow = [EndpointSet.Aks, entry] };

        Assert.Equal(isMistake ? ["AKSE2228"] : [], topology.Validate().Select(finding => finding.Code));
    }

    [Fact]
    public void Nothing_is_allowed_where_nothing_is_said() =>
        Assert.Contains("AKSE2252", Findings.Codes("name: aks-egress\nlocation: eastus\nnetwork:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{ name: aks, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }]\n"), StringComparison.Ordinal);
}

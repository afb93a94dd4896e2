using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class NameRuleTests
{
    private static readonly AzureResources _azure = AzureResources.Known;

    private static readonly Dictionary<string, NameRule> _rules = new()
    {
        ["network"] = _azure.VirtualNetworks.Name!,
        ["subnet"] = _azure.Subnets.Name!,
        ["address"] = _azure.PublicIPAddresses.Name!,
        ["prefix"] = _azure.PublicIPPrefixes.Name!,
        ["table"] = _azure.RouteTables.Name!,
        ["route"] = _azure.Routes.Name!,
        ["firewall"] = _azure.AzureFirewalls.Name!,
        ["policy"] = _azure.FirewallPolicies.Name!,
        ["group"] = _azure.RuleCollectionGroups.Name!,
        ["collection"] = _azure.RuleCollectionName,
        ["rule"] = _azure.RuleName,
        ["identity"] = _azure.UserAssignedIdentities.Name!,
        ["cluster"] = _azure.ManagedClusters.Name!,
        ["linux"] = _azure.LinuxNodePoolName,
        ["windows"] = _azure.WindowsNodePoolName,
        ["dns"] = _azure.DnsPrefix,
    };

    public static TheoryData<string, int, int> Lengths => new()
    {
        { "network", 2, 64 }, { "subnet", 1, 80 }, { "address", 1, 80 }, { "prefix", 1, 80 }, { "table", 1, 80 }, { "route", 1, 80 },
        { "firewall", 1, 56 }, { "policy", 1, 80 }, { "group", 1, 80 }, { "collection", 1, 80 }, { "rule", 1, 80 },
        { "identity", 3, 128 }, { "cluster", 1, 63 }, { "linux", 1, 12 }, { "windows", 1, 6 }, { "dns", 1, 54 },
    };

    public static TheoryData<string> DottedNames =>
        ["network", "subnet", "address", "prefix", "table", "route", "firewall", "policy", "group", "collection", "rule"];

    [Fact]
    public void Every_rule_has_its_lengths_tested() =>
        Assert.Equal(_rules.Keys.Order(StringComparer.Ordinal), Lengths.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Length_is_held_at_both_ends(string rule, int shortest, int longest)
    {
        Assert.False(_rules[rule].Accepts(new string('a', shortest - 1)));
        Assert.True(_rules[rule].Accepts(new string('a', shortest)));
        Assert.True(_rules[rule].Accepts(new string('a', longest)));
        Assert.False(_rules[rule].Accepts(new string('a', longest + 1)));
    }

    [Theory]
    [MemberData(nameof(DottedNames))]
    public void Network_resources_begin_with_a_letter_or_digit_and_end_with_one_or_an_underscore(string rule)
    {
        Assert.All((string[])["ab", "0a", "aks-egress.fw_", "a-b", "Z9_"], name => Assert.True(_rules[rule].Accepts(name), name));
        Assert.All(
            (string[])["_a", "-a", ".a", "a-", "a.", "a b", "a/b", "aé", "a\u200B", "a\n", "ab\n", "a'b", "a${b}"],
            name => Assert.False(_rules[rule].Accepts(name), name));
    }

    [Theory]
    [InlineData("identity", "a-b_", "_ab a.b a.")]
    [InlineData("cluster", "a 9 a-b_c A1", "-a a- a_ _a a.b aß")]
    [InlineData("linux", "a system np1", "1a System a-b a_b a.b")]
    [InlineData("windows", "a win1", "1a Win a-b")]
    [InlineData("dns", "a 9 a-b A1", "-a a- a_b a.b")]
    public void Other_resources_take_these_and_refuse_those(string rule, string accepted, string refused)
    {
        Assert.All(accepted.Split(' '), name => Assert.True(_rules[rule].Accepts(name), name));
        Assert.All(refused.Split(' '), name => Assert.False(_rules[rule].Accepts(name), name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("upper")]
    [InlineData("alnumx")]
    public void A_character_class_begins_with_a_known_word(string text) => Assert.Throws<FormatException>(() => new CharacterClass(text));
}

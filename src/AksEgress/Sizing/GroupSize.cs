using System.Text;
using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>How long a rule collection group is as Azure gets it: its rules as JSON, without spaces.</summary>
internal sealed class GroupSize
{
    // The keys that every rule and every collection has, as they are written.
    private static readonly int _collection = """{"ruleCollectionType":"FirewallPolicyFilterRuleCollection","name":"","priority":10000,"action":{"type":"Allow"},"rules":[]},""".Length;
    private static readonly int _network = """{"ruleType":"NetworkRule","name":"","ipProtocols":[],"sourceAddresses":[],"destinationAddresses":[],"destinationPorts":[]},""".Length;
    private static readonly int _application = """{"ruleType":"ApplicationRule","name":"","sourceAddresses":[],"protocols":[],"targetFqdns":[]},""".Length;
    private static readonly int _protocol = """{"protocolType":"Https","port":443},""".Length;
    private static readonly int _dnat = """{"ruleType":"NatRule","name":"","ipProtocols":[],"sourceAddresses":[],"destinationAddresses":[],"destinationPorts":[""],"translatedAddress":"","translatedPort":""},""".Length;
    private static readonly int _description = "\"description\":\"\",".Length;
    private static readonly int _longestAddress = "255.255.255.255".Length;

    private readonly ListMeasure<AddressRange, long> _sources = new(Texts);

    /// <summary>The size in bytes: an estimate, some percent off.</summary>
    public long Of(RuleCollectionGroup group)
    {
        var size = 0L;
        foreach (var collection in group.Collections)
        {
            size += _collection + collection.Name.Length + collection switch
            {
                NetworkRuleCollection network => Sum(network.Rules, Of),
                ApplicationRuleCollection application => Sum(application.Rules, Of),
                DnatRuleCollection dnat => Sum(dnat.Rules, Of),
                _ => 0,
            };
        }

        return size;
    }

    private long Of(NetworkRule rule) =>
        _network + rule.Name.Length + Description(rule.Description)
        + Texts(rule.Protocols) + _sources.Of(rule.Source!) + Texts(rule.Destination!) + Texts(rule.ServiceTags!) + Texts(rule.Fqdns!) + Texts(rule.Ports);

    private long Of(ApplicationRule rule) =>
        _application + rule.Name.Length + Description(rule.Description)
        + (_protocol * rule.Protocols!.Count) + _sources.Of(rule.Source!) + Texts(rule.Fqdns!) + Texts(rule.FqdnTags!);

    private long Of(DnatRule rule) =>
        _dnat + rule.Name.Length + Description(rule.Description)
        + Texts(rule.Protocols!) + _sources.Of(rule.Source!) + (_longestAddress * rule.Destination!.Count) + (rule.TranslatedFqdn?.ToString().Length ?? _longestAddress);

    private static long Sum<T>(ValueList<T> rules, Func<T, long> sizeOf)
    {
        var sum = 0L;
        foreach (var rule in rules)
        {
            sum += sizeOf(rule);
        }

        return sum;
    }

    private static int Description(string? text) => text is null ? 0 : _description + Encoding.UTF8.GetByteCount(text);

    private static long Texts<T>(ValueList<T> values)
        where T : struct
    {
        var length = 0L;
        foreach (var value in values)
        {
            // With quotes and a comma.
            length += value.ToString()!.Length + 3;
        }

        return length;
    }
}

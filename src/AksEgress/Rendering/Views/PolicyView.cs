using System.Globalization;
using AksEgress.Knowledge;
using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>The policy module: the policy, and its groups one after the other, because Azure updates only one at a time.</summary>
internal static class PolicyView
{
    public static BicepModule Module(BicepPlan plan)
    {
        var firewall = plan.Topology.Firewall!;
        var dns = firewall.Dns!;
        var module = plan.Module("policy", "The firewall policy with its rule collection groups.", "the policy");
        module.Values["policy_type"] = BicepPlan.TypeOf(AzureResources.Known.FirewallPolicies);
        module.Values["policy"] = new BicepObject
        {
            { "name", firewall.Policy!.Name },
            { "location", new BicepExpression("location") },
            { "tags", plan.Tags },
            {
                "properties", new BicepObject
                {
                    { "sku", new BicepObject { { "tier", firewall.Tier!.Value.ToString() } } },
                    { "threatIntelMode", firewall.ThreatIntelMode!.Value.ToString() },
                    {
                        "dnsSettings", dns is { Proxy: false, Servers.Count: 0 } ? null : new BicepObject
                        {
                            { "enableProxy", dns.Proxy },
                            { "servers", dns.Servers!.Count == 0 ? null : dns.Servers.Select(server => server.ToString()) },
                        }
                    },
                }
            },
        };
        var symbols = new BicepSymbols();
        string? previous = null;
        module.Values["group_type"] = BicepPlan.TypeOf(AzureResources.Known.RuleCollectionGroups);
        module.Values["groups"] = firewall.Policy.RuleCollectionGroups!.Select(group =>
        {
            var symbol = symbols.Create(group.Name, "RuleCollectionGroup");
            var body = Group(group, previous, module);
            previous = symbol;
            return new ScriptObject { ["symbol"] = new BicepExpression(symbol), ["body"] = body };
        }).ToList();
        module.Output("id", "string", "The resource id of the policy.", "policy.id");
        return module;
    }

    private static BicepObject Group(RuleCollectionGroup group, string? previous, BicepModule module) => new()
    {
        { "parent", new BicepExpression("policy") },
        { "name", group.Name },
        {
            "properties", new BicepObject
            {
                { "priority", group.Priority.Value },
                { "ruleCollections", group.Collections.Select(collection => Collection(collection, module)).ToList() },
            }
        },
        { "dependsOn", previous is null ? null : (BicepExpression[])[new(previous)] },
    };

    private static BicepObject Collection(RuleCollection collection, BicepModule module)
    {
        var (type, action, rules) = collection switch
        {
            NetworkRuleCollection network => ("FirewallPolicyFilterRuleCollection", network.Action!.Value.ToString(), network.Rules.Select(Network)),
            ApplicationRuleCollection application => ("FirewallPolicyFilterRuleCollection", application.Action!.Value.ToString(), application.Rules.Select(Application)),
            DnatRuleCollection dnat => ("FirewallPolicyNatRuleCollection", "DNAT", dnat.Rules.Select(rule => Dnat(rule, module))),
            _ => throw new ArgumentException($"A {collection.GetType()} has no form in Bicep.", nameof(collection)),
        };
        return new()
        {
            { "ruleCollectionType", type },
            { "name", collection.Name },
            { "priority", collection.Priority.Value },
            { "action", new BicepObject { { "type", action } } },
            { "rules", rules.ToList() },
        };
    }

    private static BicepObject Network(NetworkRule rule) => new()
    {
        { "ruleType", "NetworkRule" },
        { "name", rule.Name },
        { "description", rule.Description },
        { "ipProtocols", rule.Protocols.Select(Protocol) },
        { "sourceAddresses", Texts(rule.Source!) },
        { "destinationAddresses", Texts(rule.Destination!).Concat(Texts(rule.ServiceTags!)).ToList() is { Count: > 0 } addresses ? addresses : null },
        { "destinationFqdns", rule.Fqdns!.Count == 0 ? null : Texts(rule.Fqdns) },
        { "destinationPorts", Texts(rule.Ports) },
    };

    private static BicepObject Application(ApplicationRule rule) => new()
    {
        { "ruleType", "ApplicationRule" },
        { "name", rule.Name },
        { "description", rule.Description },
        { "sourceAddresses", Texts(rule.Source!) },
        { "protocols", rule.Protocols!.Select(protocol => new BicepObject { { "protocolType", protocol.Type.ToString() }, { "port", protocol.Port } }) },
        { "targetFqdns", rule.Fqdns!.Count == 0 ? null : Texts(rule.Fqdns) },
        { "fqdnTags", rule.FqdnTags!.Count == 0 ? null : Texts(rule.FqdnTags) },
    };

    private static BicepObject Dnat(DnatRule rule, BicepModule module) => new()
    {
        { "ruleType", "NatRule" },
        { "name", rule.Name },
        { "description", rule.Description },
        { "ipProtocols", rule.Protocols!.Select(Protocol) },
        { "sourceAddresses", Texts(rule.Source!) },
        { "destinationAddresses", rule.Destination!.Select(destination => Destination(destination, module)).ToList() },
        { "destinationPorts", (string[])[rule.Port.ToString()] },
        { "translatedAddress", rule.TranslatedAddress?.ToString() },
        { "translatedFqdn", rule.TranslatedFqdn?.ToString() },
        { "translatedPort", rule.TranslatedPort!.Value.ToString() },
    };

    private static object Destination(DnatDestination destination, BicepModule module)
    {
        if (destination.Frontend is not { } frontend)
        {
            return destination.ToString();
        }

        BicepPlan.PublicIpAddresses(module);
        return new BicepExpression(string.Create(CultureInfo.InvariantCulture, $"publicIpAddresses[{frontend - 1}]"));
    }

    private static string Protocol(RuleProtocol protocol) => protocol == RuleProtocol.Any ? "Any" : protocol.ToString().ToUpperInvariant();

    private static IEnumerable<string> Texts<T>(ValueList<T> values)
        where T : struct => values.Select(value => value.ToString()!);
}

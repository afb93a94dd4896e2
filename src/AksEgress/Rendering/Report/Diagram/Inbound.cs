using AksEgress.Model;

namespace AksEgress.Rendering.Report.Diagram;

/// <summary>Something that a DNAT rule makes reachable.</summary>
/// <param name="Name">The Service behind the address, or else the rule.</param>
/// <param name="Frontend">What it is reached at: <c>aks-egress-fwpublicip:80 tcp</c>.</param>
/// <param name="Target">Where it is: <c>10.42.3.10:80</c>.</param>
/// <param name="Address">Its address; null where the rule names a host.</param>
internal sealed record Inbound(string Name, string Frontend, string Target, Ipv4Address? Address)
{
    /// <summary>All of a topology, in the order of its rules.</summary>
    public static List<Inbound> Of(EgressTopology topology) =>
    [
        .. from ruleGroup in topology.Firewall!.Policy!.RuleCollectionGroups!
           orderby ruleGroup.Priority.Value
           from collection in ruleGroup.Collections.OfType<DnatRuleCollection>().OrderBy(collection => collection.Priority.Value)
           from rule in collection.Rules
           from destination in rule.Destination!
           select new Inbound(
               topology.Services!.FirstOrDefault(service => service.Address is not null && service.Address == rule.TranslatedAddress)?.Name ?? rule.Name,
               $"{(destination.Frontend is { } frontend ? FrontendNames.Of(topology.Firewall.Frontends!.Name!, frontend) : destination.ToString())}:{rule.Port} {string.Join(", ", rule.Protocols!.Select(DocumentWord.Of))}",
               $"{rule.TranslatedAddress?.ToString() ?? rule.TranslatedFqdn?.ToString()}:{rule.TranslatedPort}",
               rule.TranslatedAddress),
    ];
}

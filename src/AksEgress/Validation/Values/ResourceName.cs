using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Names by Azure's patterns: those that are said, and those that are derived from them.</summary>
internal sealed class ResourceName() : TopologyRule("AKSE2019", Error, "The name of a resource, collection or rule fits Azure's pattern")
{
    private static readonly AzureResources _known = AzureResources.Known;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var (node, member, name, rule, what) in Names(context))
        {
            if (name is null || rule.Accepts(name) || node.IsUnreadable(member) || IsOnlyBegunWrongly(name, context.Topology))
            {
                continue;
            }

            yield return At(node.At(member), $"'{FreeText.Printable(name)}' cannot name {what}: Azure takes {rule.MinLength} to {rule.MaxLength} characters, first {Describe(rule.First)}, then {Describe(rule.Body)}, last {Describe(rule.Last)}{(name.Length > rule.MaxLength ? $"; this has {name.Length}" : "")}.");
        }
    }

    private static IEnumerable<(Node Node, string Member, string? Name, NameRule Rule, string What)> Names(ValidationContext context)
    {
        var (network, firewall, cluster) = (context.Network, context.Firewall, context.Cluster);
        var frontends = firewall.Frontends!;
        yield return (network, nameof(network.Name), network.Name, _known.VirtualNetworks.Name!, "a virtual network");
        yield return (firewall, nameof(firewall.Name), firewall.Name, _known.AzureFirewalls.Name!, "a firewall");
        yield return (firewall, nameof(firewall.ManagementPublicIpName), firewall.ManagementPublicIpName, _known.PublicIPAddresses.Name!, "a public IP address");
        yield return (firewall, nameof(firewall.ManagementConfigurationName), firewall.ManagementConfigurationName, _known.PublicIPAddresses.Name!, "an IP configuration");
        yield return (frontends, nameof(frontends.Name), Longest(frontends.Name!, _known.PublicIPAddresses), _known.PublicIPAddresses.Name!, "a public IP address");
        yield return (frontends, nameof(frontends.ConfigurationName), Longest(frontends.ConfigurationName!, _known.PublicIPAddresses), _known.PublicIPAddresses.Name!, "an IP configuration");
        yield return (frontends, nameof(frontends.PrefixName), frontends.PrefixName, _known.PublicIPPrefixes.Name!, "a public IP prefix");
        yield return (firewall.Policy!, nameof(FirewallPolicy.Name), firewall.Policy!.Name, _known.FirewallPolicies.Name!, "a firewall policy");
        yield return (cluster, nameof(cluster.Name), cluster.Name, _known.ManagedClusters.Name!, "a cluster");
        if (cluster.Name != cluster.DnsPrefix || _known.ManagedClusters.Name!.Accepts(cluster.Name))
        {
            yield return (cluster, nameof(cluster.DnsPrefix), cluster.DnsPrefix, _known.DnsPrefix, "a DNS prefix");
        }

        yield return (cluster.Identity!, nameof(ClusterIdentity.Name), cluster.Identity!.Name, _known.UserAssignedIdentities.Name!, "a user-assigned identity");
        foreach (var subnet in network.Subnets)
        {
            yield return (subnet, nameof(subnet.Name), subnet.Name, _known.Subnets.Name!, "a subnet");
        }

        foreach (var table in network.RouteTables!)
        {
            yield return (table, nameof(table.Name), table.Name, _known.RouteTables.Name!, "a route table");
            foreach (var route in table.Routes!)
            {
                yield return (route, nameof(route.Name), route.Prefix.IsFrontends && frontends.PrefixLength is null ? Longest(route.Name!, _known.Routes) : route.Name, _known.Routes.Name!, "a route");
            }
        }

        foreach (var group in context.Policy.Groups)
        {
            yield return (group, nameof(group.Name), group.Name, _known.RuleCollectionGroups.Name!, "a rule collection group");
        }

        foreach (var collection in context.Policy.Collections)
        {
            yield return (collection, nameof(collection.Name), collection.Name, _known.RuleCollectionName, "a rule collection");
        }

        foreach (var rule in context.Policy.NetworkRules)
        {
            yield return (rule, nameof(rule.Name), rule.Name, _known.RuleName, "a network rule");
        }

        foreach (var rule in context.Policy.ApplicationRules)
        {
            yield return (rule, nameof(rule.Name), rule.Name, _known.RuleName, "an application rule");
        }

        foreach (var rule in context.Policy.DnatRules)
        {
            yield return (rule, nameof(rule.Name), rule.Name, _known.RuleName, "a DNAT rule");
        }

        // Of numbered names the first and the longest tell for all.
        string Longest(string name, ResourceType type) => type.Name!.Accepts(name) ? FrontendNames.Of(name, context.FrontendCount) : name;
    }

    /// <summary>True for a name that begins with the topology's where that is none: it is said there.</summary>
    private static bool IsOnlyBegunWrongly(string name, EgressTopology topology) =>
        !TopologyName.IsValid(topology.Name) && (name == topology.Stem || name.StartsWith(topology.Stem + '-', StringComparison.Ordinal));

    private static string Describe(CharacterClass characters)
    {
        var letters = characters.Text.TrimEnd('_', '.', '-');
        var words = letters switch { "lower" => "lower-case letters", "loweralnum" => "lower-case letters and digits", _ => "letters and digits" };
        var others = characters.Text[letters.Length..];
        return others.Length == 0 ? words : $"{words} and {string.Join(' ', others.Select(c => $"'{c}'"))}";
    }
}

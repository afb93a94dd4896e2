namespace AksEgress.Knowledge;

/// <summary>The resources of a topology: types, API versions and names (<c>azure-resources.json</c>).</summary>
internal sealed record AzureResources
{
    /// <summary>The resources as Azure has them.</summary>
    public static AzureResources Known { get; } = KnowledgeFile.Read("azure-resources.json", KnowledgeJson.Default.AzureResources);

    /// <summary>Virtual networks.</summary>
    public required ResourceType VirtualNetworks { get; init; }

    /// <summary>Subnets, as children of a virtual network.</summary>
    public required ResourceType Subnets { get; init; }

    /// <summary>Public IP addresses.</summary>
    public required ResourceType PublicIPAddresses { get; init; }

    /// <summary>Public IP prefixes.</summary>
    public required ResourceType PublicIPPrefixes { get; init; }

    /// <summary>Route tables.</summary>
    public required ResourceType RouteTables { get; init; }

    /// <summary>Routes of a route table.</summary>
    public required ResourceType Routes { get; init; }

    /// <summary>Azure Firewalls.</summary>
    public required ResourceType AzureFirewalls { get; init; }

    /// <summary>Firewall policies.</summary>
    public required ResourceType FirewallPolicies { get; init; }

    /// <summary>Rule collection groups of a firewall policy.</summary>
    public required ResourceType RuleCollectionGroups { get; init; }

    /// <summary>User-assigned managed identities.</summary>
    public required ResourceType UserAssignedIdentities { get; init; }

    /// <summary>Role assignments, which are named by a GUID.</summary>
    public required ResourceType RoleAssignments { get; init; }

    /// <summary>Role definitions, which are named by a GUID.</summary>
    public required ResourceType RoleDefinitions { get; init; }

    /// <summary>AKS clusters.</summary>
    public required ResourceType ManagedClusters { get; init; }

    /// <summary>The names of rule collections.</summary>
    public required NameRule RuleCollectionName { get; init; }

    /// <summary>The names of rules in a rule collection.</summary>
    public required NameRule RuleName { get; init; }

    /// <summary>The names of Linux node pools.</summary>
    public required NameRule LinuxNodePoolName { get; init; }

    /// <summary>The names of Windows node pools.</summary>
    public required NameRule WindowsNodePoolName { get; init; }

    /// <summary>A cluster's DNS prefix.</summary>
    public required NameRule DnsPrefix { get; init; }
}

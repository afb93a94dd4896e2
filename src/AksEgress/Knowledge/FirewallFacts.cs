namespace AksEgress.Knowledge;

/// <summary>Limits of a firewall policy, and what its rules had better not name (<c>firewall-facts.json</c>).</summary>
internal sealed record FirewallFacts
{
    /// <summary>The facts as Azure has them.</summary>
    public static FirewallFacts Known { get; } = KnowledgeFile.Read("firewall-facts.json", KnowledgeJson.Default.FirewallFacts);

    /// <summary>The most frontends and distinct destinations of DNAT rules together. TCP and UDP count apart.</summary>
    public required Limit MaxDnat { get; init; }

    /// <summary>The most pairs of source and destination in the network rules of a policy.</summary>
    public required Limit MaxAddressPairs { get; init; }

    /// <summary>The most rule collection groups of a policy.</summary>
    public required Limit MaxGroups { get; init; }

    /// <summary>The most bytes of all rules of one rule collection group.</summary>
    public required Limit MaxGroupBytes { get; init; }

    /// <summary>The most rule collections of a policy.</summary>
    public required Limit MaxCollections { get; init; }

    /// <summary>The most hosts in the network rules of a policy.</summary>
    public required Limit MaxNetworkRuleHosts { get; init; }

    /// <summary>The ports for source translation that one frontend has on one instance.</summary>
    public required Limit SnatPorts { get; init; }

    /// <summary>How many instances a firewall of tier Standard or Premium scales between.</summary>
    public required LimitRange Instances { get; init; }

    /// <summary>How many instances a firewall of tier Basic has.</summary>
    public required Limit BasicInstances { get; init; }

    /// <summary>The ports by which machines are managed.</summary>
    public required PortList ManagementPorts { get; init; }

    /// <summary>The service tag that stands for all of Azure.</summary>
    public required SourcedName CloudServiceTag { get; init; }

    /// <summary>Service tags that stand for the data of all customers.</summary>
    public required IReadOnlyList<SourcedName> SharedServiceTags { get; init; }

    /// <summary>Domains in which every customer gets names.</summary>
    public required IReadOnlyList<SourcedName> SharedDomains { get; init; }

    /// <summary>Domains in which the hosts lie that Azure Firewall lets pass by itself.</summary>
    public required IReadOnlyList<SourcedName> InfrastructureDomains { get; init; }

    /// <summary>Hosts that another one has taken the place of.</summary>
    public required IReadOnlyList<ReplacedHost> ReplacedHosts { get; init; }

    /// <summary>Hosts that are of no use without others.</summary>
    public required IReadOnlyList<CompanionHosts> CompanionHosts { get; init; }
}

/// <summary>Ports that have something in common.</summary>
internal sealed record PortList : SourcedFact
{
    /// <summary>The ports.</summary>
    public required IReadOnlyList<int> Ports { get; init; }
}

/// <summary>A name that says it all.</summary>
internal sealed record SourcedName : SourcedFact
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }
}

/// <summary>A host that another one has taken the place of.</summary>
internal sealed record ReplacedHost : SourcedFact
{
    /// <summary>The former host.</summary>
    public required string Former { get; init; }

    /// <summary>The one that is asked now.</summary>
    public required string Current { get; init; }
}

/// <summary>A host that is of no use without others.</summary>
internal sealed record CompanionHosts : SourcedFact
{
    /// <summary>The host that people name.</summary>
    public required string Host { get; init; }

    /// <summary>Those that it leads to.</summary>
    public required IReadOnlyList<CompanionHost> Needs { get; init; }

    /// <summary>The named set that holds all of them.</summary>
    public required string Set { get; init; }
}

/// <summary>A host that another one leads to.</summary>
/// <param name="Host">The host.</param>
/// <param name="For">What fails without it.</param>
internal sealed record CompanionHost(string Host, string For);

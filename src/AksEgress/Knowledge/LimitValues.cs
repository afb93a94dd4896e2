using System.Text.Json.Serialization;
using AksEgress.Model;

namespace AksEgress.Knowledge;

/// <summary>A number that Azure sets.</summary>
internal sealed record Limit : SourcedFact
{
    /// <summary>The number.</summary>
    public required int Value { get; init; }
}

/// <summary>The numbers that Azure takes.</summary>
internal sealed record LimitRange : SourcedFact
{
    /// <summary>The lowest, itself allowed.</summary>
    public required int Min { get; init; }

    /// <summary>The highest, itself allowed.</summary>
    public required int Max { get; init; }

    /// <summary>Whether Azure takes the number.</summary>
    public bool Contains(int value) => value >= Min && value <= Max;
}

/// <summary>A subnet that is known by its name.</summary>
internal sealed record ReservedSubnet : SourcedFact
{
    /// <summary>The name that it must have.</summary>
    public required string Name { get; init; }

    /// <summary>The longest prefix, and so the smallest size, that it may have.</summary>
    public required int MaxPrefixLength { get; init; }
}

/// <summary>Address ranges that have something in common.</summary>
internal sealed record AddressRanges : SourcedFact
{
    /// <summary>The ranges.</summary>
    [JsonIgnore]
    public IReadOnlyList<Cidr> Prefixes => field ??= [.. Cidrs.Select(Cidr.Parse)];

    /// <summary>The ranges in CIDR form.</summary>
    public required IReadOnlyList<string> Cidrs { get; init; }
}

/// <summary>The address ranges inside a cluster.</summary>
internal sealed record ClusterRanges : SourcedFact
{
    /// <summary>The range of Service addresses, in CIDR form.</summary>
    public required string ServiceCidr { get; init; }

    /// <summary>The address of the cluster's DNS service, inside <see cref="ServiceCidr"/>.</summary>
    public required string DnsServiceIP { get; init; }

    /// <summary>The range of pod addresses with an overlay, in CIDR form.</summary>
    public required string PodCidr { get; init; }
}

/// <summary>A role that Azure brings along.</summary>
internal sealed record BuiltInRole : SourcedFact
{
    /// <summary>The name people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>The id of its definition, the same in every tenant.</summary>
    public required Guid Id { get; init; }
}

/// <summary>How many pods a node takes when nothing else is said.</summary>
internal sealed record DefaultMaxPods : SourcedFact
{
    /// <summary>Azure CNI with overlay.</summary>
    public required int Overlay { get; init; }

    /// <summary>Azure CNI with pods in the node subnet.</summary>
    public required int NodeSubnet { get; init; }

    /// <summary>Azure CNI with a pod subnet.</summary>
    public required int PodSubnet { get; init; }

    /// <summary>kubenet.</summary>
    public required int Kubenet { get; init; }
}

/// <summary>The groups that Azure's portal and its migration put rules into.</summary>
internal sealed record DefaultRuleCollectionGroups : SourcedFact
{
    /// <summary>DNAT rules.</summary>
    public required DefaultRuleCollectionGroup Dnat { get; init; }

    /// <summary>Network rules.</summary>
    public required DefaultRuleCollectionGroup Network { get; init; }

    /// <summary>Application rules.</summary>
    public required DefaultRuleCollectionGroup Application { get; init; }
}

/// <summary>A group by its name and priority.</summary>
/// <param name="Name">The name.</param>
/// <param name="Priority">The priority.</param>
internal sealed record DefaultRuleCollectionGroup(string Name, int Priority);

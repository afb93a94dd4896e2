using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>Rule collections, rules and allow entries.</summary>
internal static class RuleReader
{
    private enum Kind
    {
        Network,
        Application,
        Dnat,
    }

    public static RuleSet ReadSet(MappingReader reader) => new()
    {
        Include = reader.Values<IncludePath>(nameof(RuleSet.Include)),
        Allow = reader.NodesOrChoices<AllowEntry, EndpointSet>(nameof(RuleSet.Allow), ReadAllow, CreateSet),
        Rules = reader.Nodes(nameof(RuleSet.Rules), ReadCollection),
        Origin = reader.Finish(),
    };

    public static RuleCollectionGroup ReadGroup(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(RuleCollectionGroup.Name)),
        Priority = reader.RequiredValue<Priority>(nameof(RuleCollectionGroup.Priority)),
        Collections = reader.RequiredNodes(nameof(RuleCollectionGroup.Collections), ReadCollection),
        Origin = reader.Finish(),
    };

    public static RuleCollection? ReadCollection(MappingReader reader)
    {
        var name = reader.RequiredText(nameof(RuleCollection.Name), key: "collection");
        var kind = reader.RequiredChoice<Kind>(nameof(Kind));
        var priority = reader.RequiredValue<Priority>(nameof(RuleCollection.Priority));
        switch (kind)
        {
            case Kind.Network:
                var networkAction = reader.Choice<RuleAction>(nameof(NetworkRuleCollection.Action));
                var networkRules = reader.RequiredNodes(nameof(NetworkRuleCollection.Rules), ReadNetworkRule);
                return new NetworkRuleCollection { Name = name, Priority = priority, Action = networkAction, Rules = networkRules, Origin = reader.Finish() };
            case Kind.Application:
                var applicationAction = reader.Choice<RuleAction>(nameof(ApplicationRuleCollection.Action));
                var applicationRules = reader.RequiredNodes(nameof(ApplicationRuleCollection.Rules), ReadApplicationRule);
                return new ApplicationRuleCollection { Name = name, Priority = priority, Action = applicationAction, Rules = applicationRules, Origin = reader.Finish() };
            case Kind.Dnat:
                var dnatRules = reader.RequiredNodes(nameof(DnatRuleCollection.Rules), ReadDnatRule);
                return new DnatRuleCollection { Name = name, Priority = priority, Rules = dnatRules, Origin = reader.Finish() };
            default:
                // What its rules are depends on the kind; that there is none is reported.
                reader.Skip(nameof(NetworkRuleCollection.Action), nameof(NetworkRuleCollection.Rules));
                reader.Finish();
                return null;
        }
    }

    public static AllowEntry ReadAllow(MappingReader reader) => new()
    {
        Name = reader.Text(nameof(AllowEntry.Name)),
        Https = reader.Values<FqdnPattern>(nameof(AllowEntry.Https)),
        Http = reader.Values<FqdnPattern>(nameof(AllowEntry.Http)),
        Port = reader.Value<PortRange>(nameof(AllowEntry.Port)),
        Origin = reader.Finish(),
    };

    public static AllowEntry CreateSet(EndpointSet set, Origin origin) => new() { Set = set, Origin = origin };

    private static NetworkRule ReadNetworkRule(MappingReader reader)
    {
        var (addresses, tags) = ReadDestination(reader);
        return new()
        {
            Name = reader.RequiredText(nameof(NetworkRule.Name)),
            Description = reader.Text(nameof(NetworkRule.Description)),
            Protocols = reader.RequiredChoices<RuleProtocol>(nameof(NetworkRule.Protocols)),
            Source = reader.Values<AddressRange>(nameof(NetworkRule.Source)),
            Destination = addresses,
            ServiceTags = tags,
            Fqdns = reader.Values<Fqdn>(nameof(NetworkRule.Fqdns)),
            Ports = reader.RequiredValues<PortRange>(nameof(NetworkRule.Ports)),
            Origin = reader.Finish(),
        };
    }

    /// <summary>As in Azure, addresses and service tags stand in one list; a name that starts with a letter is a tag.</summary>
    private static (ValueList<AddressRange>? Addresses, ValueList<ServiceTag>? Tags) ReadDestination(MappingReader reader)
    {
        const string key = nameof(NetworkRule.Destination);
        var tags = new List<ServiceTag>();
        var addresses = reader.List<AddressRange>(key, item =>
        {
            if (reader.AsScalar(key, item) is not { } scalar)
            {
                return null;
            }

            if (scalar.Text.Length == 0 || !char.IsAsciiLetter(scalar.Text[0]))
            {
                return reader.Parse<AddressRange>(key, scalar);
            }

            if (reader.Parse<ServiceTag>(key, scalar) is { } tag)
            {
                reader.Place(nameof(NetworkRule.ServiceTags), tags.Count, scalar.Span);
                tags.Add(tag);
            }

            return null;
        }, typeof(AddressRange), typeof(ServiceTag));
        return (addresses is { Count: 0 } ? null : addresses, tags.Count == 0 ? null : [.. tags]);
    }

    private static ApplicationRule ReadApplicationRule(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(ApplicationRule.Name)),
        Description = reader.Text(nameof(ApplicationRule.Description)),
        Protocols = reader.Values<ApplicationProtocol>(nameof(ApplicationRule.Protocols)),
        Source = reader.Values<AddressRange>(nameof(ApplicationRule.Source)),
        Fqdns = reader.Values<FqdnPattern>(nameof(ApplicationRule.Fqdns)),
        FqdnTags = reader.Values<FqdnTag>(nameof(ApplicationRule.FqdnTags)),
        Origin = reader.Finish(),
    };

    private static DnatRule ReadDnatRule(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(DnatRule.Name)),
        Description = reader.Text(nameof(DnatRule.Description)),
        Protocols = reader.Choices<RuleProtocol>(nameof(DnatRule.Protocols)),
        Source = reader.Values<AddressRange>(nameof(DnatRule.Source)),
        Destination = reader.Values<DnatDestination>(nameof(DnatRule.Destination)),
        Port = reader.RequiredValue<PortRange>(nameof(DnatRule.Port)),
        TranslatedAddress = reader.Value<Ipv4Address>(nameof(DnatRule.TranslatedAddress)),
        TranslatedFqdn = reader.Value<Fqdn>(nameof(DnatRule.TranslatedFqdn)),
        TranslatedPort = reader.Value<PortRange>(nameof(DnatRule.TranslatedPort)),
        Origin = reader.Finish(),
    };
}

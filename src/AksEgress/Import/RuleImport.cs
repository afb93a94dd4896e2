using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>Rules, of policies and of classic firewalls: they differ in the names of a few properties.</summary>
internal sealed class RuleImport(FrontendImport frontends)
{
    /// <summary>Azure takes 200 groups of 5,000 addresses each; what rules repeat of them is to fit into memory.</summary>
    private const int MaxAddresses = 2_000_000;

    private readonly Dictionary<string, (ValueList<AddressRange> Addresses, bool IsWhole)> _groups = new(StringComparer.OrdinalIgnoreCase);
    private int _addressesLeft = MaxAddresses;

    /// <summary>A collection of a policy's group; one that mixes kinds of rules comes to one collection each.</summary>
    public IEnumerable<RuleCollection> ReadCollection(ArmReader reader)
    {
        var isDnat = reader.Text("ruleCollectionType", "Rules") is { } type && type.EndsWith("NatRuleCollection", StringComparison.OrdinalIgnoreCase);
        var name = reader.OwnName();
        var priority = PriorityOf(reader);
        var action = isDnat ? null : ActionOf(reader);
        if (isDnat)
        {
            reader.Has("action");
        }

        var rules = reader.Objects("rules", "Rules").ToList();
        var kinds = rules.ToLookup(rule => KindOf(rule, isDnat));
        var origin = reader.Finish("collection");
        foreach (var unknown in kinds[""])
        {
            var reason = $"{unknown.Path} is no network, application or NAT rule.";
            origin = origin.Unreadable("Rules", reason);
            reader.Context.Report(ImportDiagnostics.NotRead, unknown.Place, reason);
        }

        if (kinds["dnat"].Any())
        {
            yield return new DnatRuleCollection { Name = name, Priority = priority, Rules = [.. kinds["dnat"].Select(ReadDnat)], Origin = origin };
        }

        if (kinds["network"].Any())
        {
            yield return new NetworkRuleCollection { Name = name, Priority = priority, Action = action, Rules = [.. kinds["network"].Select(ReadNetwork)], Origin = origin };
        }

        if (kinds["application"].Any())
        {
            yield return new ApplicationRuleCollection { Name = name, Priority = priority, Action = action, Rules = [.. kinds["application"].Select(ReadApplication)], Origin = origin };
        }

        if (kinds.All(kind => kind.Key.Length == 0) && origin.UnreadableMembers.Any())
        {
            // None of its rules is known, but there may be some.
            yield return new NetworkRuleCollection { Name = name, Priority = priority, Action = action ?? RuleAction.Deny, Rules = [], Origin = origin };
        }
    }

    /// <summary>A collection of network rules of a classic firewall.</summary>
    public NetworkRuleCollection ReadClassicNetwork(ArmReader reader) => new()
    {
        Name = reader.OwnName(),
        Priority = PriorityOf(reader),
        Action = ActionOf(reader),
        Rules = [.. reader.Objects("rules", "Rules").Select(ReadNetwork)],
        Origin = reader.Finish("collection"),
    };

    /// <summary>A collection of application rules of a classic firewall.</summary>
    public ApplicationRuleCollection ReadClassicApplication(ArmReader reader) => new()
    {
        Name = reader.OwnName(),
        Priority = PriorityOf(reader),
        Action = ActionOf(reader),
        Rules = [.. reader.Objects("rules", "Rules").Select(ReadApplication)],
        Origin = reader.Finish("collection"),
    };

    /// <summary>A collection of NAT rules of a classic firewall.</summary>
    public DnatRuleCollection ReadClassicDnat(ArmReader reader)
    {
        reader.Has("action");
        return new()
        {
            Name = reader.OwnName(),
            Priority = PriorityOf(reader),
            Rules = [.. reader.Objects("rules", "Rules").Select(ReadDnat)],
            Origin = reader.Finish("collection"),
        };
    }

    /// <summary>The priority; the last of all where it cannot be read, which is reported.</summary>
    public static Priority PriorityOf(ArmReader reader)
    {
        if (reader.Value<Priority>("priority", nameof(RuleCollection.Priority)) is { } priority)
        {
            return priority;
        }

        if (!reader.Has("priority"))
        {
            reader.Unread("priority", nameof(RuleCollection.Priority), $"{reader.Path} has no priority, so its place in the order is not known.");
        }

        return Priority.Lowest;
    }

    private static RuleAction? ActionOf(ArmReader reader)
    {
        var action = reader.Object("action", nameof(NetworkRuleCollection.Action));
        if (action?.Choice<RuleAction>("type", nameof(NetworkRuleCollection.Action)) is { } known)
        {
            return known;
        }

        reader.Unread("action", nameof(NetworkRuleCollection.Action), $"{reader.Path} says neither Allow nor Deny, so it is not known what its rules do.");
        return null;
    }

    private static string KindOf(ArmReader rule, bool isDnat) => (rule.Text("ruleType", "Rules") ?? (isDnat ? "NatRule" : "")).ToUpperInvariant() switch
    {
        "NETWORKRULE" => "network",
        "APPLICATIONRULE" => "application",
        "NATRULE" => "dnat",
        _ => "",
    };

    private NetworkRule ReadNetwork(ArmReader reader)
    {
        var destinations = reader.Texts("destinationAddresses", nameof(NetworkRule.Destination));
        var (ranges, tags) = (new List<AddressRange>(), new List<ServiceTag>());
        foreach (var (text, _) in destinations ?? [])
        {
            ReadDestination(reader, text, ranges, tags);
        }

        ranges.AddRange(GroupsOf(reader, "destinationIpGroups", nameof(NetworkRule.Destination)));
        return new()
        {
            Name = reader.OwnName(),
            Description = reader.Prose("description"),
            Protocols = reader.Choices<RuleProtocol>(reader.Has("ipProtocols") ? "ipProtocols" : "protocols", nameof(NetworkRule.Protocols)) ?? [],
            Source = SourceOf(reader),
            Destination = [.. ranges],
            ServiceTags = [.. tags],
            Fqdns = reader.Values<Fqdn>("destinationFqdns", nameof(NetworkRule.Fqdns)) ?? [],
            Ports = reader.Values<PortRange>("destinationPorts", nameof(NetworkRule.Ports)) ?? [],
            Origin = reader.Finish("networkRule"),
        };
    }

    private static void ReadDestination(ArmReader reader, string text, List<AddressRange> ranges, List<ServiceTag> tags)
    {
        if (AddressRange.TryParse(text, out var range, out var problem))
        {
            ranges.Add(range);
        }
        else if (text.Length > 0 && char.IsAsciiLetter(text[0]) && ServiceTag.TryParse(text, out var tag, out problem))
        {
            tags.Add(tag);
        }
        else
        {
            reader.Unread("destinationAddresses", nameof(NetworkRule.Destination), $"{reader.Path}: {problem.Message}");
        }
    }

    private ApplicationRule ReadApplication(ArmReader reader) => new()
    {
        Name = reader.OwnName(),
        Description = reader.Prose("description"),
        Protocols = [.. reader.Objects("protocols", nameof(ApplicationRule.Protocols)).Select(protocol => ReadProtocol(reader, protocol)).OfType<ApplicationProtocol>()],
        Source = SourceOf(reader),
        Fqdns = reader.Values<FqdnPattern>("targetFqdns", nameof(ApplicationRule.Fqdns)) ?? [],
        FqdnTags = reader.Values<FqdnTag>("fqdnTags", nameof(ApplicationRule.FqdnTags)) ?? [],
        Origin = reader.Finish("applicationRule"),
    };

    private static ApplicationProtocol? ReadProtocol(ArmReader rule, ArmReader reader)
    {
        var type = reader.Choice<ApplicationProtocolType>("protocolType", nameof(ApplicationProtocol.Type));
        var port = reader.Number("port", nameof(ApplicationProtocol.Port));
        if (type is { } known && ApplicationProtocol.TryParse(FormattableString.Invariant($"{known}:{port ?? (known == ApplicationProtocolType.Http ? 80 : 443)}"), out var protocol, out _))
        {
            return protocol;
        }

        rule.Unread("protocols", nameof(ApplicationRule.Protocols), $"{reader.Path} is no protocol that is known here.");
        return null;
    }

    private DnatRule ReadDnat(ArmReader reader) => new()
    {
        Name = reader.OwnName(),
        Description = reader.Prose("description"),
        Protocols = reader.Choices<RuleProtocol>(reader.Has("ipProtocols") ? "ipProtocols" : "protocols", nameof(DnatRule.Protocols)) ?? [],
        Source = SourceOf(reader),
        Destination = frontends.ReadDestination(reader),
        Port = SinglePort(reader, "destinationPorts"),
        TranslatedAddress = reader.Value<Ipv4Address>("translatedAddress", nameof(DnatRule.TranslatedAddress)),
        TranslatedFqdn = reader.Value<Fqdn>("translatedFqdn", nameof(DnatRule.TranslatedFqdn)),
        TranslatedPort = reader.Value<PortRange>("translatedPort", nameof(DnatRule.TranslatedPort)),
        Origin = reader.Finish("natRule"),
    };

    private static PortRange SinglePort(ArmReader reader, string key)
    {
        if (reader.Values<PortRange>(key, nameof(DnatRule.Port)) is [var port])
        {
            return port;
        }

        reader.Unread(key, nameof(DnatRule.Port), $"{reader.Path} has not exactly one port.");
        return PortRange.Any;
    }

    private ValueList<AddressRange> SourceOf(ArmReader reader) =>
    [
        .. reader.Values<AddressRange>("sourceAddresses", nameof(NetworkRule.Source)) ?? [],
        .. GroupsOf(reader, "sourceIpGroups", nameof(NetworkRule.Source)),
    ];

    /// <summary>The addresses of IP groups: they come to the same as if they stood in the rule.</summary>
    private List<AddressRange> GroupsOf(ArmReader reader, string key, string member)
    {
        var addresses = new List<AddressRange>();
        foreach (var (text, _) in reader.Texts(key, member) ?? [])
        {
            var id = text.TrimEnd('/');
            if (reader.Context.Resources.Find(id) is not { } found)
            {
                reader.Unread(key, member, $"The IP group '{Quotation.Shorten(ArmId.Parse(id)?.OwnName ?? id)}' is not in the source.", "Add what 'az network ip-group show -o json' prints of it.");
                continue;
            }

            if (!_groups.TryGetValue(id, out var group))
            {
                _groups.Add(id, group = ReadGroup(found, reader.Context));
            }

            if (!group.IsWhole)
            {
                reader.Unread(key, member, $"The IP group '{Quotation.Shorten(found.OwnName)}' has addresses that are not known.");
            }

            if (group.Addresses.Count > _addressesLeft)
            {
                reader.Unread(key, member, $"The rules name IP groups of more than {MaxAddresses} addresses in all. Those of '{Quotation.Shorten(found.OwnName)}' are not read here.");
                continue;
            }

            _addressesLeft -= group.Addresses.Count;
            addresses.AddRange(group.Addresses);
        }

        return addresses;
    }

    private static (ValueList<AddressRange> Addresses, bool IsWhole) ReadGroup(ArmResource resource, ImportContext context)
    {
        var reader = new ArmReader(resource, context);
        var addresses = reader.Values<AddressRange>("ipAddresses", "Addresses") ?? [];
        var origin = reader.Finish("ipGroup");
        context.Report(ImportDiagnostics.SaidOtherwise, resource.Place, $"The addresses of the IP group '{Quotation.Shorten(resource.OwnName)}' stand in the rules that name it.");
        return (addresses, !origin.UnreadableMembers.Any());
    }
}

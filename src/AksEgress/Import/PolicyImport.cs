using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The firewall's policy with its rules, or those of a classic firewall.</summary>
internal sealed class PolicyImport(ImportContext context, RuleImport rules)
{
    /// <summary>The settings that stand at the policy and are the firewall's in the model.</summary>
    public (FirewallTier? Tier, ThreatIntelMode? ThreatIntelMode, FirewallDns? Dns) Settings { get; private set; }

    /// <summary>The policy with an id. The rules of its parents, which Azure evaluates first, stand before its own.</summary>
    public FirewallPolicy Read(string id)
    {
        var lineage = new List<(string Name, List<RuleCollectionGroup> Groups)>();
        var origin = Origin.None;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var next = id; next is not null;)
        {
            var name = ArmId.Parse(next)?.OwnName ?? next;
            if (!seen.Add(next))
            {
                var circle = $"The firewall policy '{Quotation.Shorten(name)}' is its own parent, which Azure refuses. The order of the rules is not known.";
                context.Report(ImportDiagnostics.NotRead, origin.Span, circle);
                origin = origin.Unreadable(nameof(FirewallPolicy.RuleCollectionGroups), circle);
                break;
            }

            List<RuleCollectionGroup> groups = [.. context.Resources.ChildrenOf(next, AzureResources.Known.RuleCollectionGroups.Type).Select(ReadGroup)];
            if (context.Resources.Find(next) is not { } resource)
            {
                // Its groups are, where one command printed them alone.
                if (groups.Count > 0)
                {
                    lineage.Add((name, groups));
                }

                var reason = $"The firewall policy '{Quotation.Shorten(name)}' is not in the source{(groups.Count > 0 ? ", so its settings and its parents' rules are not known" : "")}.";
                context.Report(ImportDiagnostics.Missing, origin.Span, reason + " Add what 'az network firewall policy show' and 'az network firewall policy rule-collection-group list' print of it with '-o json'.");
                origin = origin.Unreadable(nameof(FirewallPolicy.RuleCollectionGroups), reason);
                break;
            }

            var reader = new ArmReader(resource, context);
            ReadSettings(reader);
            FindMissingGroups(reader);
            lineage.Add((name, groups));
            next = reader.Id("basePolicy", nameof(FirewallPolicy.RuleCollectionGroups));
            var own = reader.Finish("policy");
            origin = lineage.Count == 1 ? own : origin.Unreadable(own.UnreadableMembers);
        }

        lineage.Reverse();
        return new() { Name = ArmId.Parse(id)?.OwnName, RuleCollectionGroups = lineage.Count == 1 ? [.. lineage[0].Groups] : Merge(lineage), Origin = origin };
    }

    /// <summary>The rules of a classic firewall, in the default groups of their kinds.</summary>
    public FirewallPolicy ReadClassic(ArmReader firewall)
    {
        var defaults = Limits.Known.DefaultRuleCollectionGroups;
        RuleCollectionGroup?[] groups =
        [
            Group(defaults.Dnat, firewall.Objects("natRuleCollections", "Rules").Select(rules.ReadClassicDnat)),
            Group(defaults.Network, firewall.Objects("networkRuleCollections", "Rules").Select(rules.ReadClassicNetwork)),
            Group(defaults.Application, firewall.Objects("applicationRuleCollections", "Rules").Select(rules.ReadClassicApplication)),
        ];
        var more = firewall.Object("additionalProperties", nameof(Firewall.Dns));
        if (more is not null)
        {
            Settings = (null, null, new()
            {
                Proxy = more.Flag("Network.DNS.EnableProxy", nameof(FirewallDns.Proxy)),
                Servers = more.Split<Ipv4Address>("Network.DNS.Servers", nameof(FirewallDns.Servers)),
                Origin = more.Finish("classicSettings"),
            });
        }

        var found = groups.OfType<RuleCollectionGroup>().ToValueList();
        if (found.Count > 0)
        {
            context.Report(ImportDiagnostics.SaidOtherwise, firewall.Place, $"The classic rules of the firewall '{Quotation.Shorten(firewall.Resource.OwnName)}' are those of a policy here, which is evaluated alike.");
        }

        return new() { RuleCollectionGroups = found, Origin = new(firewall.Place) };
    }

    /// <summary>Deployed policies list their groups; the rules in them are resources of their own, which another command prints.</summary>
    private void FindMissingGroups(ArmReader reader)
    {
        foreach (var listed in reader.Objects("ruleCollectionGroups", nameof(FirewallPolicy.RuleCollectionGroups)))
        {
            if (listed.Id("id", nameof(FirewallPolicy.RuleCollectionGroups)) is { } id && context.Resources.Find(id) is null)
            {
                reader.Unread("ruleCollectionGroups", nameof(FirewallPolicy.RuleCollectionGroups), $"The rule collection group '{Quotation.Shorten(ArmId.Parse(id)?.OwnName ?? id)}' is not in the source.", "Add what 'az network firewall policy rule-collection-group list -o json' prints.");
            }
        }
    }

    /// <summary>What a policy does not say is its parent's.</summary>
    private void ReadSettings(ArmReader reader)
    {
        var tier = reader.Object("sku", nameof(Firewall.Tier))?.Choice<FirewallTier>("tier", nameof(Firewall.Tier));
        var threats = reader.Choice<ThreatIntelMode>("threatIntelMode", nameof(Firewall.ThreatIntelMode));
        var dns = reader.Object("dnsSettings", nameof(Firewall.Dns));
        reader.Ignore("intrusionDetection", "mode", "Off");
        reader.Ignore("explicitProxy", "enableExplicitProxy", "false");
        Settings = (Settings.Tier ?? tier, Settings.ThreatIntelMode ?? threats, Settings.Dns ?? (dns is null ? null : ReadDns(dns)));
    }

    /// <summary>One list of groups, evaluated in the order of policies: only the order of priorities means something, so they are given anew where the policies' own would break it.</summary>
    private ValueList<RuleCollectionGroup> Merge(List<(string Name, List<RuleCollectionGroup> Groups)> lineage)
    {
        var ordered = lineage.SelectMany(policy => policy.Groups.OrderBy(group => group.Priority.Value).Select(group => (Policy: policy.Name, Group: group))).ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isOrdered = ordered.Zip(ordered.Skip(1)).All(pair => pair.First.Group.Priority.Value < pair.Second.Group.Priority.Value);
        if (ordered.Count > 0 && lineage.Count > 1)
        {
            context.Report(
                ImportDiagnostics.SaidOtherwise,
                ordered[0].Group.Origin.Span,
                $"The rules of the parent {string.Join(", ", lineage.SkipLast(1).Select(policy => $"'{Quotation.Shorten(policy.Name)}'"))} stand before those of '{Quotation.Shorten(lineage[^1].Name)}', as Azure evaluates them{(isOrdered ? "" : "; the groups' priorities are numbered anew for that")}.");
        }

        return
        [
            .. ordered.Select((entry, index) => entry.Group with
            {
                Name = names.Add(entry.Group.Name) ? entry.Group.Name : $"{entry.Policy}.{entry.Group.Name}",
                Priority = isOrdered ? entry.Group.Priority : Math.Min(Priority.Highest + index, Priority.Lowest),
            }),
        ];
    }

    private RuleCollectionGroup ReadGroup(ArmResource resource)
    {
        var reader = new ArmReader(resource, context);
        return new()
        {
            Name = resource.OwnName,
            Priority = RuleImport.PriorityOf(reader),
            Collections = [.. reader.Objects("ruleCollections", nameof(RuleCollectionGroup.Collections)).SelectMany(rules.ReadCollection)],
            Origin = reader.Finish("group"),
        };
    }

    private static RuleCollectionGroup? Group(DefaultRuleCollectionGroup preset, IEnumerable<RuleCollection> collections) =>
        collections.ToValueList() is { Count: > 0 } found ? new() { Name = preset.Name, Priority = preset.Priority, Collections = found } : null;

    private static FirewallDns ReadDns(ArmReader reader) => new()
    {
        Proxy = reader.Flag("enableProxy", nameof(FirewallDns.Proxy)) ?? false,
        Servers = reader.Values<Ipv4Address>("servers", nameof(FirewallDns.Servers)) ?? [],
        Origin = reader.Finish("dnsSettings"),
    };
}

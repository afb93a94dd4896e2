using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>Makes a topology of resources. Everything in it is said, so that nothing of it is derived.</summary>
internal static class TopologyImport
{
    private const int MaxNamed = 8;
    private const string InHub = "The firewall is in a Virtual WAN hub, whose routes are not read.";

    /// <summary>Reads the topology that some documents describe; null where they describe none.</summary>
    /// <param name="documents">Predicted or deployed resources.</param>
    /// <param name="placeholders">Texts that stand for parameters without a value, with the parameters' names.</param>
    /// <param name="clusterName">The cluster, where there are several.</param>
    /// <param name="firewallName">The firewall, where there are several.</param>
    /// <param name="diagnostics">Takes what is found.</param>
    public static EgressTopology? Read(
        IEnumerable<ArmDocument> documents,
        IReadOnlyDictionary<string, string> placeholders,
        string? clusterName,
        string? firewallName,
        DiagnosticBag diagnostics)
    {
        var known = AzureResources.Known;
        var findings = new ImportFindings(diagnostics);
        var resources = new ResourceSet(documents, findings);
        var context = new ImportContext(resources, findings, placeholders);
        if (!TryChoose(context, known.AzureFirewalls.Type, "firewall", firewallName, out var firewallResource) || !TryChoose(context, known.ManagedClusters.Type, "cluster", clusterName, out var clusterResource))
        {
            return null;
        }

        var firewall = firewallResource is null ? null : new ArmReader(firewallResource, context);
        var cluster = clusterResource is null ? null : new ArmReader(clusterResource, context);
        var policyId = firewall?.Id("firewallPolicy", nameof(Firewall.Policy));
        if (firewall is null && !TryChoosePolicy(context, out policyId))
        {
            return null;
        }

        var frontends = new FrontendImport(firewall);
        var routes = new RouteImport(context, firewallResource?.Id, frontends);
        var networks = NetworksOf(context, frontends, clusterResource);
        if (firewall is null && cluster is null && policyId is null && networks.Count == 0)
        {
            diagnostics.Add(ImportDiagnostics.Nothing, SourceSpan.None, $"There is no firewall, firewall policy, cluster or virtual network among the {resources.Count} resources of the source. Add what 'az network firewall show', 'az aks show' or 'az network vnet show' prints with '-o json'.");
            return null;
        }

        var network = new NetworkImport(context, routes, networks);
        routes.ReadOthers();
        var policies = new PolicyImport(context, new(frontends));
        var policy = policyId is not null ? policies.Read(policyId) : firewall is not null ? policies.ReadClassic(firewall) : Unknown(context);
        var (address, predicted) = AddressOf(context, network, routes, frontends);
        var topology = new EgressTopology
        {
            Name = "",
            Location = firewall?.Region() ?? cluster?.Region() ?? network.Location ?? "",
            Network = network.Build(networks.Count > 0 ? ArmId.Parse(networks[0])?.OwnName : null, firewallResource?.Id, address, predicted),
            Firewall = ReadFirewall(firewall, frontends, policy, policies, address),
            Cluster = cluster is null ? null : new ClusterImport(context, network, frontends).Read(cluster),
            Origin = new(SourceSpan.None),
        };
        if (topology.Location.Length == 0)
        {
            const string reason = "The region is not known, and so are hosts and service tags of the region. Give it with --location.";
            topology = topology with { Origin = topology.Origin.Unreadable(nameof(EgressTopology.Location), reason) };
            context.Report(ImportDiagnostics.NotRead, SourceSpan.None, reason);
        }

        if (firewall?.Id("virtualHub", nameof(Firewall.Policy)) is not null)
        {
            // Networks at the hub take its routes, which need no table of theirs.
            topology = topology with { Network = topology.Network with { Subnets = [.. topology.Network.Subnets.Select(subnet => subnet with { Origin = subnet.Origin.Unreadable(nameof(Subnet.RouteTable), InHub) })] } };
        }

        ReportRest(context);
        return TopologyNames.Complete(topology with { Tags = TagsOf(context), Network = WithIngress(topology) });
    }

    /// <summary>A subnet with the cluster's routes, where the cluster may work but has no nodes or pods, is for its load balancers.</summary>
    private static VirtualNetwork WithIngress(EgressTopology topology)
    {
        var pools = (topology.Cluster?.NodePools ?? []).SelectMany(pool => pool.SubnetNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var joined = (topology.Cluster?.Identity?.RoleAssignments ?? []).Select(role => role.Subnet).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tables = topology.Network.Subnets.Where(subnet => pools.Contains(subnet.Name)).Select(subnet => subnet.RouteTable).ToHashSet();
        return topology.Network with
        {
            Subnets =
            [
                .. topology.Network.Subnets.Select(subnet =>
                    joined.Contains(subnet.Name) && !pools.Contains(subnet.Name) && tables.Contains(subnet.RouteTable) ? subnet with { Role = SubnetRole.Ingress } : subnet),
            ],
        };
    }

    /// <summary>The tags that every resource has; those of single ones are no part of the model.</summary>
    private static ValueList<ResourceTag>? TagsOf(ImportContext context)
    {
        var known = AzureResources.Known;
        var tags = new[] { known.VirtualNetworks, known.AzureFirewalls, known.FirewallPolicies, known.RouteTables, known.PublicIPAddresses, known.ManagedClusters }
            .SelectMany(type => context.Resources.OfType(type.Type)).Select(resource => new ArmReader(resource, context).Pairs("tags")).ToList();
        return tags.Count > 0 && tags[0].Count > 0 && tags.TrueForAll(tags[0].SequenceEqual) ? [.. tags[0].Select(tag => new ResourceTag(tag.Name, tag.Value))] : null;
    }

    private static bool TryChoose(ImportContext context, string type, string noun, string? name, out ArmResource? chosen)
    {
        var all = context.Resources.OfType(type);
        chosen = all.Count == 1 && name is null ? all[0] : all.FirstOrDefault(resource => string.Equals(resource.OwnName, name, StringComparison.OrdinalIgnoreCase));
        if (chosen is not null || (all.Count == 0 && name is null))
        {
            return true;
        }

        var names = string.Join(", ", all.Take(MaxNamed).Select(resource => Quotation.Shorten(resource.OwnName)));
        context.Report(ImportDiagnostics.Several, all.Count > 0 ? all[0].Place : SourceSpan.None, name is null
            ? $"The source has {all.Count} {noun}s: {names}. Say which one with --{noun}."
            : $"The source has no {noun} '{Quotation.Shorten(name)}'. {(all.Count == 0 ? "It has none at all." : $"It has {names}.")}");
        return false;
    }

    /// <summary>The policy of a source without a firewall: the one that is nobody's parent.</summary>
    private static bool TryChoosePolicy(ImportContext context, out string? policyId)
    {
        var all = context.Resources.OfType(AzureResources.Known.FirewallPolicies.Type);
        var parents = all.Select(policy => new ArmReader(policy, context).Id("basePolicy", nameof(FirewallPolicy.RuleCollectionGroups))).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ids = all.Select(policy => policy.Id).Where(id => !parents.Contains(id)).ToList();
        policyId = ids.FirstOrDefault() ?? (all.Count > 0 ? all[0].Id : context.Resources.OfType(AzureResources.Known.RuleCollectionGroups.Type).Select(group => ArmId.ParentOf(group.Id)).FirstOrDefault());
        if (ids.Count <= 1)
        {
            return true;
        }

        var names = string.Join(", ", ids.Take(MaxNamed).Select(id => Quotation.Shorten(ArmId.Parse(id)?.OwnName ?? id)));
        context.Report(ImportDiagnostics.Several, context.Resources.Find(ids[0])!.Place, $"The source has {ids.Count} firewall policies: {names}. Without a firewall it is not known which one counts. Add the firewall, or leave out the policies that are not meant.");
        return false;
    }

    /// <summary>The networks of cluster and firewall; where there is neither, all.</summary>
    private static List<string> NetworksOf(ImportContext context, FrontendImport frontends, ArmResource? cluster)
    {
        var networks = new List<string>();
        if (cluster is not null)
        {
            networks.AddRange(new ArmReader(cluster, context).Objects("agentPoolProfiles", nameof(Cluster.NodePools)).Select(pool => pool.Id("vnetSubnetID", nameof(NodePool.Subnet))).OfType<string>().Select(ArmId.ParentOf));
        }

        if (frontends.SubnetId is { } subnet)
        {
            networks.Add(ArmId.ParentOf(subnet));
        }

        return networks.Count > 0
            ? [.. networks.Distinct(StringComparer.OrdinalIgnoreCase)]
            : [.. context.Resources.OfType(AzureResources.Known.VirtualNetworks.Type).Select(network => network.Id)];
    }

    private static Firewall ReadFirewall(ArmReader? reader, FrontendImport frontends, FirewallPolicy policy, PolicyImport policies, Ipv4Address? address)
    {
        var sku = reader?.Object("sku", nameof(Firewall.Tier));
        if (reader?.Id("virtualHub", nameof(Firewall.Policy)) is not null)
        {
            reader.Unread("virtualHub", nameof(Firewall.Policy), InHub);
        }

        var management = reader?.Object("managementIpConfiguration", nameof(Firewall.ManagementPublicIpName));
        var managementIp = management?.Id("publicIPAddress", nameof(Firewall.ManagementPublicIpName));
        if (managementIp is not null && reader!.Context.Resources.Find(managementIp) is { } ip)
        {
            reader.Context.Resources.MarkRead(ip);
        }

        var settings = policies.Settings;
        return new()
        {
            Name = reader?.Resource.OwnName,
            Tier = sku?.Choice<FirewallTier>("tier", nameof(Firewall.Tier)) ?? settings.Tier ?? FirewallTier.Standard,
            Zones = [.. (reader?.Texts("zones", nameof(Firewall.Zones)) ?? []).Select(zone => int.TryParse(zone.Text, out var number) ? number : 0).Where(number => number > 0)],
            Frontends = frontends.Frontends,
            ManagementPublicIpName = managementIp is null ? null : ArmId.Parse(managementIp)?.OwnName,
            ManagementConfigurationName = management?.Text("name"),
            PrivateIpAddress = address,
            ThreatIntelMode = settings.ThreatIntelMode ?? reader?.Choice<ThreatIntelMode>("threatIntelMode", nameof(Firewall.ThreatIntelMode)) ?? ThreatIntelMode.Alert,
            Dns = settings.Dns ?? new() { Proxy = false, Servers = [] },
            Policy = policy,
            Origin = reader?.Finish("firewall") ?? Origin.None,
        };
    }

    private static FirewallPolicy Unknown(ImportContext context)
    {
        const string reason = "The source has no firewall and no policy, so its rules are not known.";
        context.Report(ImportDiagnostics.Missing, SourceSpan.None, reason);
        return new() { RuleCollectionGroups = [], Origin = Origin.None.Unreadable(nameof(FirewallPolicy.RuleCollectionGroups), reason) };
    }

    /// <summary>The firewall's private address where it is known, and where it is not the one that Azure gives.</summary>
    private static (Ipv4Address? Known, Ipv4Address? Predicted) AddressOf(ImportContext context, NetworkImport network, RouteImport routes, FrontendImport frontends)
    {
        if (context.FirewallAddress is { } known)
        {
            return (known, null);
        }

        var reserved = Limits.Known.ReservedAtSubnetStart.Value;
        if (frontends.SubnetId is { } subnet && network.Subnets.PrefixOf(subnet) is { } prefix && prefix.Count > reserved)
        {
            return (null, prefix.First.Plus(reserved));
        }

        if (routes.DefaultNextHop is { } hop)
        {
            context.Report(ImportDiagnostics.Assumed, SourceSpan.None, $"The source does not say the firewall's private address. It is taken to be {hop}, which default routes lead to.");
        }

        return (routes.DefaultNextHop, null);
    }

    /// <summary>What nobody asked for, a line a type.</summary>
    private static void ReportRest(ImportContext context)
    {
        foreach (var type in context.Resources.Unread.GroupBy(resource => resource.Type, StringComparer.OrdinalIgnoreCase))
        {
            var names = type.Select(resource => Quotation.Shorten(resource.Name)).ToList();
            var more = names.Count > MaxNamed ? FormattableString.Invariant($" and {names.Count - MaxNamed} more") : "";
            context.Report(ImportDiagnostics.OutOfScope, type.First().Place, $"{type.Key} is not read: {string.Join(", ", names.Take(MaxNamed))}{more}.");
        }
    }
}

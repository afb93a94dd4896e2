using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The virtual networks of cluster and firewall as one: peering makes each the other's inside.</summary>
internal sealed class NetworkImport
{
    private const int MaxNamed = 8;
    private const string Connected = "Connected";

    private readonly ImportContext _context;
    private readonly RouteImport _routes;
    private readonly List<Cidr> _space = [];
    private readonly List<RuntimeValue> _dnsServers = [];
    private readonly List<OriginMember> _unread = [];
    private Origin _origin = Origin.None;
    private SourceSpan? _gateway;

    /// <summary>Reads networks.</summary>
    /// <param name="context">The import.</param>
    /// <param name="routes">Takes the route tables that subnets name.</param>
    /// <param name="ids">The networks: the cluster's first, then the firewall's.</param>
    public NetworkImport(ImportContext context, RouteImport routes, IReadOnlyList<string> ids)
    {
        (_context, _routes, Subnets) = (context, routes, new(context, routes));
        var all = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
        {
            Read(id, isFirst: index == 0, all);
        }

        if (ids.Count > 1)
        {
            var names = string.Join(", ", ids.Take(MaxNamed).Select(network => $"'{Quotation.Shorten(ArmId.Parse(network)?.OwnName ?? network)}'"));
            var more = ids.Count > MaxNamed ? FormattableString.Invariant($" and {ids.Count - MaxNamed} more") : "";
            _context.Report(ImportDiagnostics.SaidOtherwise, _origin.Span, $"The virtual networks {names}{more} are one network here: between them traffic goes as inside of one.");
        }
    }

    /// <summary>The network's location; null where the source does not say it.</summary>
    public string? Location { get; private set; }

    /// <summary>The network's subnets.</summary>
    public SubnetImport Subnets { get; }

    /// <summary>The network.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="firewallId">The firewall's id.</param>
    /// <param name="firewallAddress">The firewall's private address, which links to it become; null where the source does not say it.</param>
    /// <param name="predictedAddress">The address that Azure gives the firewall then.</param>
    public VirtualNetwork Build(string? name, string? firewallId, Ipv4Address? firewallAddress, Ipv4Address? predictedAddress)
    {
        var servers = new List<Ipv4Address>();
        foreach (var server in _dnsServers)
        {
            if (server is RuntimeValue.Literal { Text: var text } && Ipv4Address.TryParse(text.AsSpan(), out var address))
            {
                servers.Add(address);
            }
            else if (ImportContext.IsLink(server, firewallId, "privateIPAddress") && firewallAddress is { } own)
            {
                servers.Add(own);
            }
            else if (ImportContext.IsLink(server, firewallId, "privateIPAddress") && predictedAddress is { } first)
            {
                _context.Report(ImportDiagnostics.Assumed, _origin.Span, $"The network's DNS server is the firewall, and the source does not say the firewall's private address. It is taken to be {first}, the first free one of its subnet, which Azure gives to the first resource there.");
                servers.Add(first);
            }
            else
            {
                Lose(nameof(VirtualNetwork.DnsServers), "The network has a DNS server whose address is not known.");
            }
        }

        return new()
        {
            Name = name,
            AddressSpace = [.. _space.Distinct()],
            Subnets = [.. _gateway is { } gateway ? WithGateway(gateway) : Subnets.All],
            DnsServers = [.. servers],
            RouteTables = [.. _routes.Tables],
            Origin = _origin.Unreadable([.. _unread, .. Subnets.Lost]),
        };
    }

    private SourceSpan? GatewayOf(string networkId) => _context.Resources.OfType("Microsoft.Network/virtualNetworkGateways")
        .SelectMany(gateway => new ArmReader(gateway, _context).Objects("ipConfigurations", "IpConfigurations"))
        .FirstOrDefault(configuration => configuration.Id("subnet", "Subnet") is { } subnet && string.Equals(ArmId.ParentOf(subnet), networkId, StringComparison.OrdinalIgnoreCase))?.Place;

    /// <summary>A gateway's routes hold in the subnets whose route table does not keep them out.</summary>
    private IEnumerable<Subnet> WithGateway(SourceSpan gateway)
    {
        const string reason = "The network has the routes of a gateway, and the source does not say for which private addresses. For public ones it is taken to have none.";
        var closed = _routes.Tables.Where(table => table.DisableBgpRoutePropagation == true).Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!Subnets.All.TrueForAll(subnet => closed.Contains(subnet.RouteTable!)))
        {
            _context.Report(ImportDiagnostics.NotRead, gateway, reason);
        }

        return Subnets.All.Select(subnet => closed.Contains(subnet.RouteTable!)
            ? subnet
            : subnet with { Origin = subnet.Origin.Unreadable([new("Gateway", -1, gateway, IsUnreadable: true) { Reason = reason, Effect = UnreadableEffect.Announces }]) });
    }

    private void Lose(string member, string reason) => _unread.Add(new(member, -1, _origin.Of(member), IsUnreadable: true) { Reason = reason });

    private void Read(string id, bool isFirst, IReadOnlySet<string> ids)
    {
        var name = ArmId.Parse(id)?.OwnName ?? id;
        var inner = _context.Resources.ChildrenOf(id, AzureResources.Known.Subnets.Type).ToList();
        if (_context.Resources.Find(id) is { } resource)
        {
            var reader = new ArmReader(resource, _context);
            Location ??= reader.Region();
            var space = reader.Object("addressSpace", nameof(VirtualNetwork.AddressSpace));
            _space.AddRange(space?.Prefixes("addressPrefixes", nameof(VirtualNetwork.AddressSpace)) ?? []);
            // Which DNS servers another network has is nothing to the cluster.
            if (reader.Has("dhcpOptions") && isFirst && reader.Object("dhcpOptions", nameof(VirtualNetwork.DnsServers))?.Runtimes("dnsServers", nameof(VirtualNetwork.DnsServers)) is { } servers)
            {
                _dnsServers.AddRange(servers);
            }

            // A subnet that is a resource of its own as well says more there.
            var own = inner.Select(subnet => subnet.OwnName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var subnet in reader.Objects("subnets", nameof(VirtualNetwork.Subnets)))
            {
                if (subnet.Text("name") is not { } subnetName || !own.Contains(subnetName))
                {
                    Subnets.Read(subnet, id, name);
                }
            }

            ReadPeerings(reader, id, isFirst, ids);
            var origin = reader.Finish("network");
            if (isFirst)
            {
                _origin = origin;
            }
            else
            {
                _unread.AddRange(origin.UnreadableMembers);
            }
        }
        else
        {
            var reason = $"The virtual network '{Quotation.Shorten(name)}' is not in the source, so its addresses are not known.";
            _context.Report(ImportDiagnostics.Missing, SourceSpan.None, reason + " Add what 'az network vnet show -o json' prints of it.");
            Lose(nameof(VirtualNetwork.AddressSpace), reason);
        }

        if (isFirst)
        {
            _gateway ??= GatewayOf(id);
        }

        foreach (var subnet in inner)
        {
            Subnets.Read(new(subnet, _context), id, name);
        }
    }

    /// <summary>What a network is peered with is inside for it; only the firewall's own network is read whole.</summary>
    private void ReadPeerings(ArmReader reader, string id, bool isFirst, IReadOnlySet<string> ids)
    {
        const string type = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
        foreach (var peering in reader.Objects("virtualNetworkPeerings", nameof(VirtualNetwork.AddressSpace)).Concat(_context.Resources.ChildrenOf(id, type).Select(child => new ArmReader(child, _context))))
        {
            var other = peering.Id("remoteVirtualNetwork", nameof(VirtualNetwork.AddressSpace));
            var isOpen = peering.Flag("allowVirtualNetworkAccess", nameof(VirtualNetwork.AddressSpace)) ?? true;
            var space = (peering.Object("remoteVirtualNetworkAddressSpace", nameof(VirtualNetwork.AddressSpace)) ?? peering.Object("remoteAddressSpace", nameof(VirtualNetwork.AddressSpace)))
                ?.Prefixes("addressPrefixes", nameof(VirtualNetwork.AddressSpace));
            var state = peering.Text("peeringState");
            var usesGateway = peering.Flag("useRemoteGateways", nameof(VirtualNetwork.AddressSpace)) ?? false;
            var origin = peering.Finish("peering");
            if (isFirst)
            {
                _unread.AddRange(origin.UnreadableMembers);
                _gateway ??= usesGateway ? peering.Place : null;
            }

            if (!isFirst || other is null || ids.Contains(other) || !string.Equals(state ?? Connected, Connected, StringComparison.OrdinalIgnoreCase))
            {
                // What the firewall's network is peered with is the firewall's to reach, not the cluster's; and a peering that is not connected has no routes.
                continue;
            }

            if (space is null && _context.Resources.Find(other) is { } remote)
            {
                var reading = new ArmReader(remote, _context);
                space = reading.Object("addressSpace", nameof(VirtualNetwork.AddressSpace))?.Prefixes("addressPrefixes", nameof(VirtualNetwork.AddressSpace));
                _unread.AddRange(reading.Unreadable);
            }

            if (space is null || !isOpen)
            {
                var reason = $"The addresses of the peered network '{Quotation.Shorten(ArmId.Parse(other)?.OwnName ?? other)}' are not known.";
                peering.Unread("remoteVirtualNetwork", nameof(VirtualNetwork.AddressSpace), reason, "Add what 'az network vnet show -o json' prints of it.");
                Lose(nameof(VirtualNetwork.AddressSpace), reason);
                continue;
            }

            _space.AddRange(space);
        }
    }
}

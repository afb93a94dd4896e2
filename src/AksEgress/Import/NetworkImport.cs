using System.Text.Json;
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
    private readonly Dictionary<string, string> _nameOfSubnet = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Subnet> _subnets = [];
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
        (_context, _routes) = (context, routes);
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

    /// <summary>The name of a subnet by its id, or null.</summary>
    public string? NameOf(string? subnetId) => subnetId is null ? null : _nameOfSubnet.GetValueOrDefault(subnetId) ?? ArmId.Parse(subnetId)?.OwnName;

    /// <summary>The prefix of a subnet by its id, or null.</summary>
    public Cidr? PrefixOf(string subnetId) => _subnets.Find(subnet => subnet.Name == NameOf(subnetId))?.Prefix;

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
            Subnets = [.. _gateway is { } gateway ? WithGateway(gateway) : _subnets],
            DnsServers = [.. servers],
            RouteTables = [.. _routes.Tables],
            Origin = _origin.Unreadable(_unread),
        };
    }

    private SourceSpan? GatewayOf(string networkId) => _context.Resources.OfType("Microsoft.Network/virtualNetworkGateways")
        .SelectMany(gateway => new ArmReader(gateway, _context).Objects("ipConfigurations", "IpConfigurations"))
        .FirstOrDefault(configuration => configuration.Id("subnet", "Subnet") is { } subnet && string.Equals(ArmId.ParentOf(subnet), networkId, StringComparison.OrdinalIgnoreCase))?.Place;

    /// <summary>A gateway's routes hold in the subnets whose route table does not keep them out.</summary>
    private IEnumerable<Subnet> WithGateway(SourceSpan gateway)
    {
        const string reason = "The network has the routes of a gateway, and the source does not say for which private addresses.";
        var closed = _routes.Tables.Where(table => table.DisableBgpRoutePropagation == true).Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!_subnets.TrueForAll(subnet => closed.Contains(subnet.RouteTable!)))
        {
            _context.Report(ImportDiagnostics.NotRead, gateway, reason);
        }

        return _subnets.Select(subnet => closed.Contains(subnet.RouteTable!)
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
            var prefixes = space?.Texts("addressPrefixes", nameof(VirtualNetwork.AddressSpace)) ?? [];
            _space.AddRange(prefixes.Select(prefix => ReadPrefix(reader, prefix.Text)).OfType<Cidr>());
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
                    ReadSubnet(subnet, id, name);
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
            ReadSubnet(new(subnet, _context), id, name);
        }
    }

    private void ReadSubnet(ArmReader reader, string networkId, string network)
    {
        var own = reader.OwnName();
        var name = _names.Add(own) ? own : $"{network}.{own}";
        var prefixes = (reader.Has("addressPrefix") ? [(reader.Text("addressPrefix", nameof(Subnet.Prefix)), default(JsonElement))] : reader.Texts("addressPrefixes", nameof(Subnet.Prefix))?.Select(item => ((string?)item.Text, item.Element)).ToList() ?? [])
            .Select(prefix => prefix.Item1 is { } text ? ReadPrefix(reader, text) : null).OfType<Cidr>().ToList();
        var table = reader.Id("routeTable", nameof(Subnet.RouteTable));
        var tableName = table is null ? Subnet.NoRouteTable : _routes.Find(table);
        if (tableName is null)
        {
            reader.Unread("routeTable", nameof(Subnet.RouteTable), $"The route table '{Quotation.Shorten(ArmId.Parse(table!)?.OwnName ?? table!)}' is not in the source.", "Add what 'az network route-table show -o json' prints of it.");
        }

        var endpoints = reader.Objects("serviceEndpoints", nameof(Subnet.ServiceEndpoints)).Select(endpoint => ReadServiceEndpoint(reader, endpoint)).OfType<ServiceEndpoint>().ToList();
        if (reader.Flag("defaultOutboundAccess", "DefaultOutboundAccess") == false && tableName == Subnet.NoRouteTable)
        {
            reader.Unread("defaultOutboundAccess", "DefaultOutboundAccess", $"The subnet '{Quotation.Shorten(own)}' has no default outbound access, so what passes by the firewall may have no way out.");
        }

        if (reader.Id("natGateway", "NatGateway") is { } gateway)
        {
            _context.Report(ImportDiagnostics.SaidOtherwise, reader.Place, $"What leaves the subnet '{Quotation.Shorten(own)}' past the firewall has the addresses of the NAT gateway '{Quotation.Shorten(ArmId.Parse(gateway)?.OwnName ?? gateway)}'.");
        }

        var origin = reader.Finish("subnet");
        _nameOfSubnet.TryAdd($"{networkId}/subnets/{own}", name);
        if (prefixes.Count == 0)
        {
            if (!origin.IsUnreadable(nameof(Subnet.Prefix)))
            {
                _context.Report(ImportDiagnostics.NotRead, reader.Place, $"The subnet '{Quotation.Shorten(own)}' has no address prefix and is not read. Nothing is known of what starts there.");
            }

            Lose(nameof(VirtualNetwork.Subnets), $"The addresses of the subnet '{Quotation.Shorten(own)}' are not known.");
            return;
        }

        foreach (var (prefix, index) in prefixes.Select((prefix, index) => (prefix, index)))
        {
            _subnets.Add(new()
            {
                Name = FrontendNames.Of(name, index + 1),
                Prefix = prefix,
                RouteTable = tableName ?? Subnet.NoRouteTable,
                ServiceEndpoints = endpoints.Count == 0 ? null : [.. endpoints],
                Origin = origin,
            });
        }

        if (prefixes.Count > 1)
        {
            _context.Report(ImportDiagnostics.SaidOtherwise, reader.Place, $"The subnet '{Quotation.Shorten(own)}' has {prefixes.Count} prefixes. It is a subnet for each here, with the same routes.");
        }
    }

    private static ServiceEndpoint? ReadServiceEndpoint(ArmReader subnet, ArmReader endpoint)
    {
        const string microsoft = "Microsoft.";
        if (endpoint.Text("service", nameof(Subnet.ServiceEndpoints)) is not { } service)
        {
            return null;
        }

        var word = service.Replace(microsoft, "", StringComparison.OrdinalIgnoreCase).Replace(".", "", StringComparison.Ordinal);
        if (Enum.TryParse<ServiceEndpoint>(word, ignoreCase: true, out var known))
        {
            return known;
        }

        subnet.Unread("serviceEndpoints", nameof(Subnet.ServiceEndpoints), $"The service endpoint {Quotation.Shorten(service)} is not known here; what it is for passes by the firewall.");
        return null;
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
                ?.Texts("addressPrefixes", nameof(VirtualNetwork.AddressSpace));
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
                space = reading.Object("addressSpace", nameof(VirtualNetwork.AddressSpace))?.Texts("addressPrefixes", nameof(VirtualNetwork.AddressSpace));
                _unread.AddRange(reading.Unreadable);
            }

            if (space is null || !isOpen)
            {
                var reason = $"The addresses of the peered network '{Quotation.Shorten(ArmId.Parse(other)?.OwnName ?? other)}' are not known.";
                peering.Unread("remoteVirtualNetwork", nameof(VirtualNetwork.AddressSpace), reason, "Add what 'az network vnet show -o json' prints of it.");
                Lose(nameof(VirtualNetwork.AddressSpace), reason);
                continue;
            }

            _space.AddRange(space.Select(prefix => ReadPrefix(peering, prefix.Text)).OfType<Cidr>());
        }
    }

    private Cidr? ReadPrefix(ArmReader reader, string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            _context.Report(ImportDiagnostics.SaidOtherwise, reader.Place, $"The IPv6 prefix {Quotation.Shorten(text)} is left out: Azure Firewall and these answers are about IPv4.");
            return null;
        }

        if (Cidr.TryParse(text, out var prefix, out var problem))
        {
            return prefix;
        }

        reader.Unread("addressPrefix", nameof(Subnet.Prefix), problem.Message);
        return null;
    }
}

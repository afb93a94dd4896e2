using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The subnets of all networks, which are one in the model.</summary>
internal sealed class SubnetImport(ImportContext context, RouteImport routes)
{
    private readonly Dictionary<string, string> _nameOfSubnet = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The subnets that are read so far.</summary>
    public List<Subnet> All { get; } = [];

    /// <summary>What the network lacks of them.</summary>
    public List<OriginMember> Lost { get; } = [];

    /// <summary>The name of a subnet by its id, or null.</summary>
    public string? NameOf(string? id) => id is null ? null : _nameOfSubnet.GetValueOrDefault(id) ?? ArmId.Parse(id)?.OwnName;

    /// <summary>The prefix of a subnet by its id, or null.</summary>
    public Cidr? PrefixOf(string id) => All.Find(subnet => subnet.Name == NameOf(id))?.Prefix;

    /// <summary>Reads one.</summary>
    /// <param name="reader">The subnet.</param>
    /// <param name="networkId">Its network's id.</param>
    /// <param name="network">Its network's name, which goes before its own where another network has one of that name.</param>
    public void Read(ArmReader reader, string networkId, string network)
    {
        var own = reader.OwnName();
        var name = _names.Add(own) ? own : $"{network}.{own}";
        var prefixes = reader.Has("addressPrefix")
            ? reader.Prefix("addressPrefix", nameof(Subnet.Prefix)) is { } single ? [single] : []
            : reader.Prefixes("addressPrefixes", nameof(Subnet.Prefix)) ?? [];
        var table = reader.Id("routeTable", nameof(Subnet.RouteTable));
        var tableName = table is null ? Subnet.NoRouteTable : routes.Find(table);
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
            context.Report(ImportDiagnostics.SaidOtherwise, reader.Place, $"What leaves the subnet '{Quotation.Shorten(own)}' past the firewall has the addresses of the NAT gateway '{Quotation.Shorten(ArmId.Parse(gateway)?.OwnName ?? gateway)}'.");
        }

        var origin = reader.Finish("subnet");
        _nameOfSubnet.TryAdd($"{networkId}/subnets/{own}", name);
        if (prefixes.Count == 0)
        {
            if (!origin.IsUnreadable(nameof(Subnet.Prefix)))
            {
                context.Report(ImportDiagnostics.NotRead, reader.Place, $"The subnet '{Quotation.Shorten(own)}' has no address prefix and is not read. Nothing is known of what starts there.");
            }

            Lost.Add(new(nameof(VirtualNetwork.Subnets), -1, reader.Place, IsUnreadable: true) { Reason = $"The addresses of the subnet '{Quotation.Shorten(own)}' are not known." });
            return;
        }

        foreach (var (prefix, index) in prefixes.Select((prefix, index) => (prefix, index)))
        {
            All.Add(new()
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
            context.Report(ImportDiagnostics.SaidOtherwise, reader.Place, $"The subnet '{Quotation.Shorten(own)}' has {prefixes.Count} prefixes. It is a subnet for each here, with the same routes.");
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
}

using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Rendering.Views;

/// <summary>
/// What several modules must agree on: symbols, and which module holds a subnet. Subnets with a route table come with the routes, behind the firewall; the others
/// with the network, before it.
/// </summary>
internal sealed class BicepPlan
{
    private readonly Dictionary<string, string> _subnetSymbols = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _tableSymbols = new(StringComparer.OrdinalIgnoreCase);

    public BicepPlan(EgressTopology topology)
    {
        Topology = topology;
        var symbols = new BicepSymbols();
        foreach (var subnet in topology.Network.Subnets)
        {
            _subnetSymbols.Add(subnet.Name, symbols.Create(subnet.Name, "Subnet"));
        }

        var tables = topology.Network.RouteTables!;
        foreach (var table in tables)
        {
            _tableSymbols.Add(table.Name!, tables.Count == 1 ? "routeTable" : symbols.Create(table.Name!, "RouteTable"));
        }

        Needed = topology.Cluster!.NodePools!.SelectMany(pool => pool.SubnetNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public EgressTopology Topology { get; }

    /// <summary>Names of the subnets whose ids the cluster takes.</summary>
    public IReadOnlySet<string> Needed { get; }

    public bool HasRoutes => Topology.Network.RouteTables!.Count > 0;

    /// <summary>True when the frontends are those of one public IP prefix.</summary>
    public bool HasPublicIpPrefix => Topology.Firewall!.Frontends!.PrefixLength is not null;

    public bool HasTags => Topology.Tags!.Count > 0;

    public string Symbol(Subnet subnet) => _subnetSymbols[subnet.Name];

    public string SubnetSymbol(string name) => _subnetSymbols[name];

    public string TableSymbol(string name) => _tableSymbols[name];

    public bool IsParameter(TemplateParameter parameter) => Topology.Parameters!.Contains(parameter);

    /// <summary>A new module with the parameters that all have.</summary>
    public BicepModule Module(string name, string description, string locationOf)
    {
        var module = new BicepModule(name);
        module.Values["description"] = description;
        module.Parameter("location", "string", $"The Azure region of {locationOf}.", "location");
        if (HasTags)
        {
            module.Parameter("tags", "object", $"The tags of {locationOf}.", "tags");
        }

        return module;
    }

    /// <summary><c>tags</c>, where there are any.</summary>
    public BicepExpression? Tags => HasTags ? new("tags") : null;

    /// <summary>Type and API version as a resource declaration has them.</summary>
    public static string TypeOf(ResourceType type) => $"{type.Type}@{type.ApiVersion}";

    /// <summary>Body of a child subnet.</summary>
    public BicepObject SubnetBody(Subnet subnet, string? previous) => new()
    {
        { "parent", new BicepExpression("virtualNetwork") },
        { "name", subnet.Name },
        {
            "properties", new BicepObject
            {
                { "addressPrefix", subnet.Prefix.ToString() },
                { "routeTable", subnet.RouteTable == Subnet.NoRouteTable ? null : new BicepObject { { "id", new BicepExpression($"{TableSymbol(subnet.RouteTable!)}.id") } } },
                { "serviceEndpoints", subnet.ServiceEndpoints!.Count == 0 ? null : subnet.ServiceEndpoints.Select(endpoint => new BicepObject { { "service", ProviderOf(endpoint) } }) },
            }
        },
        { "dependsOn", previous is null ? null : (BicepExpression[])[new(previous)] },
    };

    private static string ProviderOf(ServiceEndpoint endpoint) => endpoint == ServiceEndpoint.StorageGlobal ? "Microsoft.Storage.Global" : $"Microsoft.{endpoint}";
}

using AksEgress.Knowledge;
using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>
/// What several modules must agree on: symbols, and which module holds a subnet. Subnets with a route table come with the routes, behind the firewall; the others,
/// and all with a table of the firewall's own subnets, with the network, before it.
/// </summary>
internal sealed class BicepPlan
{
    private readonly HashSet<Subnet> _early;
    private readonly Dictionary<string, string> _subnetSymbols = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _tableSymbols = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _poolSymbols = new(StringComparer.OrdinalIgnoreCase);

    public BicepPlan(EgressTopology topology)
    {
        Topology = topology;
        foreach (var subnet in topology.Network.Subnets)
        {
            _subnetSymbols.Add(subnet.Name, Symbols.Create(subnet.Name, "Subnet"));
        }

        var tables = topology.Network.RouteTables!;
        foreach (var table in tables)
        {
            _tableSymbols.Add(table.Name!, tables.Count == 1 ? Symbols.Take("routeTable") : Symbols.Create(table.Name!, "RouteTable"));
        }

        var pools = new BicepSymbols();
        foreach (var pool in topology.Cluster!.NodePools!)
        {
            _poolSymbols.Add(pool.Name, pools.CreatePrefix(pool.Name, "pool"));
        }

        var tablesOfFirewall = topology.Network.Subnets.Where(IsOfFirewall).Select(subnet => subnet.RouteTable!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        EarlySubnets = [.. topology.Network.Subnets.Where(subnet => subnet.RouteTable == Subnet.NoRouteTable || tablesOfFirewall.Contains(subnet.RouteTable!))];
        _early = EarlySubnets.ToHashSet();
        LateSubnets = [.. topology.Network.Subnets.Where(subnet => !_early.Contains(subnet))];
        EarlyTables = [.. tables.Where(table => tablesOfFirewall.Contains(table.Name!))];
        LateTables = [.. tables.Except(EarlyTables)];
        MainParameters = MainParameter.Of(this);
        Needed = topology.Cluster.NodePools!.SelectMany(pool => pool.SubnetNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public EgressTopology Topology { get; }

    /// <summary>The parameters of <c>main.bicep</c>.</summary>
    public List<MainParameter> MainParameters { get; }

    /// <summary>The symbols that are used in every module.</summary>
    public BicepSymbols Symbols { get; } = new();

    /// <summary>Names of the subnets whose ids the cluster takes.</summary>
    public IReadOnlySet<string> Needed { get; }

    /// <summary>The subnets that come before the firewall.</summary>
    public List<Subnet> EarlySubnets { get; }

    /// <summary>The subnets that come behind the firewall.</summary>
    public List<Subnet> LateSubnets { get; }

    /// <summary>The route tables of the firewall's own subnets.</summary>
    public List<RouteTable> EarlyTables { get; }

    /// <summary>The other route tables.</summary>
    public List<RouteTable> LateTables { get; }

    /// <summary>True when the frontends are those of one public IP prefix.</summary>
    public bool HasPublicIpPrefix => Topology.Firewall!.Frontends!.PrefixLength is not null;

    /// <summary>True when the resources carry tags, if only those that a deployment gives.</summary>
    public bool HasTags => Topology.Tags!.Count > 0 || IsParameter(TemplateParameter.Tags);

    public string Symbol(Subnet subnet) => _subnetSymbols[subnet.Name];

    /// <summary>The symbol of the module that holds a subnet.</summary>
    public string ModuleOf(Subnet subnet) => _early.Contains(subnet) ? "network" : "routes";

    public string SubnetSymbol(string name) => _subnetSymbols[name];

    public string TableSymbol(string name) => _tableSymbols[name];

    /// <summary>The parameter with a property of a node pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="property">The property in Pascal case: <c>VmSize</c>.</param>
    public string PoolParameter(NodePool pool, string property) => _poolSymbols[pool.Name] + property;

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

    /// <summary>Hands a parameter of <c>main.bicep</c> on to a module, as it is there; null where there is none of that name.</summary>
    public BicepExpression? Pass(BicepModule module, string name) => MainParameters.Find(parameter => parameter.Name == name) is { } parameter
        ? module.Parameter(name, parameter.Type, parameter.Description, name, parameter.IsSecure)
        : null;

    /// <summary>The parameter of a module with the public addresses of the firewall.</summary>
    public static BicepExpression PublicIpAddresses(BicepModule module) =>
        module.Parameter("publicIpAddresses", "string[]", "The public addresses of the firewall.", "network.outputs.publicIpAddresses");

    /// <summary>The parameter of a module with the public IP prefix of the firewall.</summary>
    public static BicepExpression PublicIpPrefix(BicepModule module) =>
        module.Parameter("publicIpPrefix", "string", "The public prefix that holds the addresses of the firewall.", "network.outputs.publicIpPrefix");

    /// <summary><c>tags</c>, where there are any.</summary>
    public BicepExpression? Tags => HasTags ? new("tags") : null;

    /// <summary>Type and API version as a resource declaration has them.</summary>
    public static string TypeOf(ResourceType type) => $"{type.Type}@{type.ApiVersion}";

    /// <summary>Puts subnets into a module, one after the other, with an output for the id of each that another module takes.</summary>
    public void AddSubnets(BicepModule module, List<Subnet> subnets)
    {
        module.Values["subnet_type"] = TypeOf(AzureResources.Known.Subnets);
        module.Values["subnets"] = subnets.Select((subnet, index) => new ScriptObject
        {
            ["symbol"] = new BicepExpression(Symbol(subnet)),
            ["body"] = SubnetBody(subnet, index == 0 ? null : Symbol(subnets[index - 1])),
        }).ToList();
        foreach (var subnet in subnets.Where(subnet => IsOfFirewall(subnet) || Needed.Contains(subnet.Name)))
        {
            module.Output(Symbol(subnet) + "Id", "string", $"The resource id of {subnet.Name}.", Symbol(subnet) + ".id");
        }
    }

    private static bool IsOfFirewall(Subnet subnet) => subnet.Role is SubnetRole.Firewall or SubnetRole.FirewallManagement;

    private BicepObject SubnetBody(Subnet subnet, string? previous) => new()
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

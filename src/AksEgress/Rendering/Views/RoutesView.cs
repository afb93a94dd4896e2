using AksEgress.Knowledge;
using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>The routes module: route tables, and behind them the subnets that use them, one after the other.</summary>
internal static class RoutesView
{
    public static BicepModule Module(BicepPlan plan)
    {
        var module = plan.Module("routes", "The route tables that send outbound traffic to the firewall, and the subnets that use them.", "the route tables");
        module.Values["virtual_network_type"] = BicepPlan.TypeOf(AzureResources.Known.VirtualNetworks);
        AddTables(plan, module, plan.LateTables);
        plan.AddSubnets(module, plan.LateSubnets);
        module.Values["networks"] = plan.LateSubnets.Count == 0 ? [] : (string[])[plan.Topology.Network.Name!];
        return module;
    }

    /// <summary>Puts route tables into a module.</summary>
    public static void AddTables(BicepPlan plan, BicepModule module, List<RouteTable> tables)
    {
        var variables = new List<ScriptObject>();
        module.Values["route_table_type"] = BicepPlan.TypeOf(AzureResources.Known.RouteTables);
        module.Values["route_tables"] = tables.ConvertAll(table => new ScriptObject
        {
            ["symbol"] = new BicepExpression(plan.TableSymbol(table.Name!)),
            ["body"] = Table(plan, module, table, variables),
        });
        module.Values["variables"] = variables;
    }

    private static BicepObject Table(BicepPlan plan, BicepModule module, RouteTable table, List<ScriptObject> variables) => new()
    {
        { "name", table.Name },
        { "location", new BicepExpression("location") },
        { "tags", plan.Tags },
        {
            "properties", new BicepObject
            {
                { "disableBgpRoutePropagation", table.DisableBgpRoutePropagation },
                { "routes", Routes(plan, module, table, variables) },
            }
        },
    };

    private static object Routes(BicepPlan plan, BicepModule module, RouteTable table, List<ScriptObject> variables) =>
        !plan.HasPublicIpPrefix && table.Routes is [{ Prefix.IsFrontends: true } route]
            ? FrontendRoutes(plan, module, table, route, variables)
            : table.Routes!.Select(route => Route(plan, module, table, route, variables)).ToList();

    private static object Route(BicepPlan plan, BicepModule module, RouteTable table, Route route, List<ScriptObject> variables)
    {
        if (!route.Prefix.IsFrontends)
        {
            return Body(plan, module, route, route.Name!, route.Prefix.ToString());
        }

        if (plan.HasPublicIpPrefix)
        {
            var prefix = BicepPlan.PublicIpPrefix(module);
            return Body(plan, module, route, route.Name!, prefix);
        }

        return new BicepExpression($"...{FrontendRoutes(plan, module, table, route, variables).Code}");
    }

    /// <summary>The variable with a route for each public address.</summary>
    private static BicepExpression FrontendRoutes(BicepPlan plan, BicepModule module, RouteTable table, Route route, List<ScriptObject> variables)
    {
        BicepPlan.PublicIpAddresses(module);
        var variable = new BicepExpression(plan.Symbols.Take(plan.TableSymbol(table.Name!) + "FrontendRoutes"));
        variables.Add(new()
        {
            ["name"] = variable,
            ["description"] = "The routes that send replies from the public addresses of the firewall straight back to them.",
            ["value"] = new BicepLoop("i in range(0, length(publicIpAddresses))", Body(plan, module, route, BicepText.Numbered(route.Name!), new BicepExpression("'${publicIpAddresses[i]}/32'"))),
        });
        return variable;
    }

    private static BicepObject Body(BicepPlan plan, BicepModule module, Route route, object name, object prefix) => new()
    {
        { "name", name },
        {
            "properties", new BicepObject
            {
                { "addressPrefix", prefix },
                { "nextHopType", route.NextHopType!.Value.ToString() },
                { "nextHopIpAddress", NextHop(plan, module, route) },
            }
        },
    };

    /// <summary>The firewall's address is taken from the firewall itself, so that the route cannot come before it.</summary>
    private static object? NextHop(BicepPlan plan, BicepModule module, Route route) =>
        route.NextHopIpAddress == plan.Topology.Firewall!.PrivateIpAddress && route.NextHopIpAddress is not null
            ? module.Parameter("firewallPrivateIpAddress", "string", "The private address of the firewall.", "firewall.outputs.privateIpAddress")
            : route.NextHopIpAddress?.ToString();
}

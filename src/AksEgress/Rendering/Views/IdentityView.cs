using AksEgress.Knowledge;
using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>The identity module: the control plane's identity, and Network Contributor on what it must change.</summary>
internal static class IdentityView
{
    /// <summary>The module, or null when there is neither an identity of its own nor a role to give.</summary>
    public static BicepModule? Module(BicepPlan plan)
    {
        var network = plan.Topology.Network;
        var identity = plan.Topology.Cluster!.Identity!;
        var assignments = identity.RoleAssignments!;
        var isUserAssigned = identity.Type == ClusterIdentityType.UserAssigned;
        if (!isUserAssigned && assignments.Count == 0)
        {
            return null;
        }

        var module = isUserAssigned ? plan.Module("identity", "The identity of the cluster's control plane, and what it may change.", "the identity") : OfCluster();

        var types = AzureResources.Known;
        module.Values["role_definition_type"] = BicepPlan.TypeOf(types.RoleDefinitions);
        module.Values["role_id"] = Limits.Known.NetworkContributor.Id.ToString();
        module.Values["roles"] = assignments.Count == 0 ? [] : (int[])[1];
        var subnets = assignments.Select(assignment => assignment.Subnet).OfType<string>().ToList();
        module.Values["virtual_network_type"] = BicepPlan.TypeOf(types.VirtualNetworks);
        module.Values["networks"] = subnets.Count == 0 ? [] : (string[])[network.Name!];
        module.Values["subnet_type"] = BicepPlan.TypeOf(types.Subnets);
        module.Values["subnets"] = subnets.Select(name => Existing(plan.SubnetSymbol(name), new() { { "parent", new BicepExpression("virtualNetwork") }, { "name", name } })).ToList();
        module.Values["route_table_type"] = BicepPlan.TypeOf(types.RouteTables);
        module.Values["route_tables"] = assignments.Select(assignment => assignment.RouteTable).OfType<string>()
            .Select(name => Existing(plan.TableSymbol(name), new() { { "name", name } })).ToList();
        module.Values["identity_type"] = BicepPlan.TypeOf(types.UserAssignedIdentities);
        module.Values["identities"] = !isUserAssigned ? [] : (BicepObject[])[new() { { "name", identity.Name }, { "location", new BicepExpression("location") }, { "tags", plan.Tags } }];
        module.Values["cluster_type"] = BicepPlan.TypeOf(types.ManagedClusters);
        module.Values["clusters"] = isUserAssigned ? [] : (string[])[plan.Topology.Cluster!.Name!];
        module.Values["role_assignment_type"] = BicepPlan.TypeOf(types.RoleAssignments);
        module.Values["role_assignments"] = assignments
            .Select(assignment => assignment.Subnet is { } subnet ? plan.SubnetSymbol(subnet) : plan.TableSymbol(assignment.RouteTable!))
            .Select(scope => new ScriptObject { ["symbol"] = new BicepExpression(plan.Symbols.Take(scope + "Assignment")), ["body"] = Assignment(scope, isUserAssigned) })
            .ToList();
        if (isUserAssigned)
        {
            module.Output("id", "string", "The resource id of the identity.", "identity.id");
        }

        return module;
    }

    /// <summary>For the identity that comes with the cluster: nothing here has a location or tags.</summary>
    private static BicepModule OfCluster()
    {
        var module = new BicepModule("identity");
        module.Values["description"] = "What the identity of the cluster's control plane may change.";
        module.Parameter("principalId", "string", "The principal id of the cluster's identity.", "cluster.outputs.principalId");
        return module;
    }

    private static ScriptObject Existing(string symbol, BicepObject body) => new() { ["symbol"] = new BicepExpression(symbol), ["body"] = body };

    private static BicepObject Assignment(string scope, bool isUserAssigned) => new()
    {
        { "scope", new BicepExpression(scope) },
        { "name", new BicepExpression($"guid('${{{scope}.id}} ${{{(isUserAssigned ? "identity" : "cluster")}.id}} ${{networkContributor.id}}')") },
        {
            "properties", new BicepObject
            {
                { "roleDefinitionId", new BicepExpression("networkContributor.id") },
                { "principalId", new BicepExpression(isUserAssigned ? "identity.properties.principalId" : "principalId") },

                // Without it Azure looks the principal up, and does not find one that was made a moment ago.
                { "principalType", "ServicePrincipal" },
            }
        },
    };
}

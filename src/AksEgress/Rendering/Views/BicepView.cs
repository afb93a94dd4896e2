using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>The Bicep files: <c>main.bicep</c>, its parameters and its modules.</summary>
internal static class BicepView
{
    public static IEnumerable<TemplateFile> Files(EgressTopology topology)
    {
        var plan = new BicepPlan(topology);
        var modules = Modules(plan);
        var parameters = plan.MainParameters;
        yield return new("main.bicep", OutputKind.Bicep, "bicep/main.bicep", new()
        {
            ["description"] = $"{topology.Name}: an AKS cluster whose outbound traffic leaves through Azure Firewall.",
            ["parameters"] = parameters.ConvertAll(parameter => parameter.ToScript()),
            ["variables"] = plan.HasTags && !plan.IsParameter(TemplateParameter.Tags)
                ? (ScriptObject[])[new() { ["name"] = new BicepExpression("tags"), ["description"] = MainParameter.TagsDescription, ["value"] = MainParameter.TagsOf(topology) }]
                : [],
            ["modules"] = modules.ConvertAll(module => module.ToCall(modules)),
            ["outputs"] = Outputs(),
        });
        yield return new("main.bicepparam", OutputKind.BicepParam, "bicep/main.bicepparam", new() { ["parameters"] = parameters.ConvertAll(parameter => parameter.ToScript()) });
        foreach (var module in modules)
        {
            yield return module.File;
        }
    }

    private static List<BicepModule> Modules(BicepPlan plan)
    {
        var network = NetworkView.Module(plan);
        var firewall = FirewallView.Module(plan);
        var modules = new List<BicepModule> { network, PolicyView.Module(plan), firewall };
        if (plan.LateTables.Count > 0)
        {
            var routes = RoutesView.Module(plan);
            routes.After(network);
            routes.After(firewall);
            modules.Add(routes);
        }

        var cluster = ClusterView.Module(plan);
        cluster.After(firewall);
        var identity = IdentityView.Module(plan);
        identity?.After(modules[^1]);

        // A user-assigned identity has its rights before the cluster comes; a system-assigned one comes with the cluster.
        BicepModule?[] last = plan.Topology.Cluster!.Identity!.Type == ClusterIdentityType.UserAssigned ? [identity, cluster] : [cluster, identity];
        modules.AddRange(last.OfType<BicepModule>());
        return modules;
    }

    private static IEnumerable<ScriptObject> Outputs()
    {
        ModuleOutput[] outputs =
        [
            new("firewallPublicIpAddresses", "string[]", "The public addresses of the firewall: where the cluster's traffic comes from, and where published services answer.", new("network.outputs.publicIpAddresses")),
            new("firewallPrivateIpAddress", "string", "The private address of the firewall: next hop of the default route.", new("firewall.outputs.privateIpAddress")),
            new("clusterName", "string", "The name of the cluster.", new("cluster.outputs.name")),
            new("clusterId", "string", "The resource id of the cluster.", new("cluster.outputs.id")),
            new("nodeResourceGroup", "string", "The resource group that AKS keeps the nodes in.", new("cluster.outputs.nodeResourceGroup")),
        ];
        return outputs.Select(output => output.ToScript());
    }
}

using System.Globalization;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Rendering.Views;

/// <summary>The cluster module. It comes last: nodes fetch their images through the firewall while they start.</summary>
internal static class ClusterView
{
    public static BicepModule Module(BicepPlan plan)
    {
        var cluster = plan.Topology.Cluster!;
        var isUserAssigned = cluster.Identity!.Type == ClusterIdentityType.UserAssigned;
        var module = plan.Module("cluster", "The cluster.", "the cluster");
        module.Values["cluster_type"] = BicepPlan.TypeOf(AzureResources.Known.ManagedClusters);
        if (isUserAssigned)
        {
            module.Parameter("identityId", "string", "The resource id of the identity of the control plane.", "identity.outputs.id");
        }

        module.Values["cluster"] = new BicepObject
        {
            { "name", cluster.Name },
            { "location", new BicepExpression("location") },
            { "tags", plan.Tags },
            { "sku", new BicepObject { { "name", "Base" }, { "tier", cluster.Tier!.Value.ToString() } } },
            { "identity", Identity(isUserAssigned) },
            {
                "properties", new BicepObject
                {
                    { "kubernetesVersion", Version(plan, module, cluster) },
                    // What tier Premium is for: without the plan, AKS refuses a version that only it supports.
                    { "supportPlan", cluster.Tier == ClusterTier.Premium ? "AKSLongTermSupport" : null },
                    { "dnsPrefix", cluster.DnsPrefix },
                    { "agentPoolProfiles", cluster.NodePools!.Select(pool => Pool(plan, module, pool)).ToList() },
                    { "windowsProfile", Windows(plan, module, cluster) },
                    { "networkProfile", Network(cluster) },
                    { "apiServerAccessProfile", ApiServer(plan, module, cluster) },
                }
            },
        };
        module.Output("name", "string", "The name of the cluster.", "cluster.name");
        module.Output("id", "string", "The resource id of the cluster.", "cluster.id");
        module.Output("nodeResourceGroup", "string", "The resource group that AKS keeps the nodes in.", "cluster.properties.nodeResourceGroup");
        if (!isUserAssigned)
        {
            module.Output("principalId", "string", "The principal id of the cluster's identity.", "cluster.identity.principalId");
        }

        return module;
    }

    private static BicepObject Identity(bool isUserAssigned) => isUserAssigned
        ? new() { { "type", "UserAssigned" }, { "userAssignedIdentities", new BicepObject { { new BicepExpression("'${identityId}'"), new BicepObject() } } } }
        : new() { { "type", "SystemAssigned" } };

    private static object? Version(BicepPlan plan, BicepModule module, Cluster cluster) => plan.IsParameter(TemplateParameter.KubernetesVersion)
        ? module.Parameter("kubernetesVersion", "string?", "The Kubernetes version of the cluster; null for the one that AKS gives new clusters.", "kubernetesVersion")
        : cluster.KubernetesVersion;

    private static BicepObject Pool(BicepPlan plan, BicepModule module, NodePool pool)
    {
        var isScaled = pool.MinCount is not null;
        return new()
        {
            { "name", pool.Name },
            { "mode", pool.Mode!.Value.ToString() },
            { "type", "VirtualMachineScaleSets" },
            { "osType", pool.Os!.Value.ToString() },
            { "vmSize", (object?)plan.Pass(module, plan.PoolParameter(pool, "VmSize")) ?? pool.VmSize },
            { "count", (object?)plan.Pass(module, plan.PoolParameter(pool, "NodeCount")) ?? pool.Count },
            { "enableAutoScaling", isScaled ? true : null },
            { "minCount", pool.MinCount },
            { "maxCount", pool.MaxCount },
            { "maxPods", pool.MaxPods },
            { "availabilityZones", pool.Zones!.Count == 0 ? null : pool.Zones.Select(zone => zone.ToString(CultureInfo.InvariantCulture)) },
            { "enableNodePublicIP", pool.EnableNodePublicIp },
            { "vnetSubnetID", SubnetId(plan, module, pool.Subnet!) },
            { "podSubnetID", pool.PodSubnet is null ? null : SubnetId(plan, module, pool.PodSubnet) },
        };
    }

    private static BicepExpression SubnetId(BicepPlan plan, BicepModule module, string name)
    {
        var subnet = plan.Topology.Network.Subnets.First(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
        var output = plan.Symbol(subnet) + "Id";
        return module.Parameter(output, "string", $"The resource id of {subnet.Name}.", $"{plan.ModuleOf(subnet)}.outputs.{output}");
    }

    private static BicepObject? Windows(BicepPlan plan, BicepModule module, Cluster cluster) => cluster.HasWindowsNodes
        ? new()
        {
            { "adminUsername", plan.Pass(module, "windowsAdminUsername") },
            { "adminPassword", plan.Pass(module, "windowsAdminPassword") },
        }
        : null;

    private static BicepObject Network(Cluster cluster)
    {
        var network = cluster.Network!;
        return new()
        {
            { "outboundType", cluster.OutboundType!.Value switch { OutboundType.UserDefinedRouting => "userDefinedRouting", OutboundType.LoadBalancer => "loadBalancer", OutboundType.ManagedNatGateway => "managedNATGateway", OutboundType.UserAssignedNatGateway => "userAssignedNATGateway", _ => "none" } },
            { "loadBalancerSku", "standard" },
            { "networkPlugin", network.Plugin!.Value.ToString().ToLowerInvariant() },
            { "networkPluginMode", network.PluginMode == NetworkPluginMode.Overlay ? "overlay" : null },
            { "networkDataplane", network.Dataplane?.ToString().ToLowerInvariant() },
            { "networkPolicy", network.Policy!.Value.ToString().ToLowerInvariant() },
            { "ipFamilies", (string[])["IPv4"] },
            { "podCidr", network.PodCidr?.ToString() },
            { "serviceCidr", network.ServiceCidr!.Value.ToString() },
            { "dnsServiceIP", network.DnsServiceIp!.Value.ToString() },
        };
    }

    private static BicepObject? ApiServer(BicepPlan plan, BicepModule module, Cluster cluster)
    {
        if (cluster.PrivateCluster == true)
        {
            return new() { { "enablePrivateCluster", true } };
        }

        var said = cluster.AuthorizedIpRanges!.Select(range => range.ToString()).ToList();
        var parameter = plan.Pass(module, "authorizedIpRanges");
        return cluster.AuthorizeFrontends == true ? new() { { "authorizedIPRanges", WithFrontends(plan, module, said, parameter?.Code) } }
            : parameter is not null ? new() { { "authorizedIPRanges", parameter } }
            : said.Count > 0 ? new() { { "authorizedIPRanges", said } }
            : null;
    }

    private static object WithFrontends(BicepPlan plan, BicepModule module, List<string> said, string? parameter)
    {
        if (plan.HasPublicIpPrefix)
        {
            var prefix = BicepPlan.PublicIpPrefix(module);
            return parameter is null ? said.Prepend<object>(prefix) : (object[])[prefix, new BicepExpression("..." + parameter)];
        }

        var addresses = BicepPlan.PublicIpAddresses(module).Code;
        var frontends = $"map({addresses}, address => '${{address}}/32')";
        return parameter is not null ? new BicepExpression($"concat({frontends}, {parameter})")
            : said.Count == 0 ? new BicepExpression(frontends)
            : said.Prepend<object>(new BicepExpression("..." + frontends));
    }
}

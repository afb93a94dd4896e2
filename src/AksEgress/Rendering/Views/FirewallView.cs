using System.Globalization;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Rendering.Views;

/// <summary>The firewall module. It comes behind the policy's groups, because Azure refuses to change both at a time.</summary>
internal static class FirewallView
{
    public static BicepModule Module(BicepPlan plan)
    {
        var topology = plan.Topology;
        var firewall = topology.Firewall!;
        var module = plan.Module("firewall", "The firewall.", "the firewall");
        var policyId = module.Parameter("policyId", "string", "The resource id of the firewall policy.", "policy.outputs.id");
        module.Parameter("publicIpIds", "string[]", "The resource ids of the public addresses of the firewall.", "network.outputs.publicIpIds");
        module.Parameter("subnetId", "string", "The resource id of the subnet of the firewall.", SubnetId(plan, SubnetRole.Firewall));
        module.Values["firewall_type"] = BicepPlan.TypeOf(AzureResources.Known.AzureFirewalls);
        module.Values["firewall"] = new BicepObject
        {
            { "name", firewall.Name },
            { "location", new BicepExpression("location") },
            { "tags", plan.Tags },
            { "zones", firewall.Zones!.Count == 0 ? null : firewall.Zones.Select(zone => zone.ToString(CultureInfo.InvariantCulture)) },
            {
                "properties", new BicepObject
                {
                    { "sku", new BicepObject { { "name", "AZFW_VNet" }, { "tier", firewall.Tier!.Value.ToString() } } },
                    { "ipConfigurations", new BicepLoop("i in range(0, length(publicIpIds))", Configuration(firewall)) },
                    { "managementIpConfiguration", Management(plan, module, firewall) },
                    { "firewallPolicy", new BicepObject { { "id", policyId } } },
                }
            },
        };
        const string actual = "firewall.properties.ipConfigurations[0].properties.privateIPAddress";
        var predicted = firewall.PrivateIpAddress!.Value.ToString();
        var message = BicepText.Literal(
            $"Azure did not give the firewall {firewall.Name} the private address {predicted} that the DNS servers of {topology.Network.Name} and the rules count on. Say the real one as privateIpAddress of the firewall: ");
        module.Output(
            "privateIpAddress",
            "string",
            "The private address of the firewall. The deployment stops when it is not the one that the rest of the topology counts on.",
            $"{actual} == {BicepText.Literal(predicted)}\n  ? {actual}\n  : fail({message[..^1]}${{{actual}}}')");
        return module;
    }

    private static BicepObject Configuration(Firewall firewall) => new()
    {
        { "name", BicepText.Numbered(firewall.Frontends!.ConfigurationName!) },
        {
            "properties", new BicepObject
            {
                // Only the first configuration carries the subnet; Azure refuses it on the others.
                { "subnet", new BicepExpression("i == 0\n  ? {\n      id: subnetId\n    }\n  : null") },
                { "publicIPAddress", new BicepObject { { "id", new BicepExpression("publicIpIds[i]") } } },
            }
        },
    };

    private static BicepObject? Management(BicepPlan plan, BicepModule module, Firewall firewall)
    {
        if (firewall.ManagementConfigurationName is null)
        {
            return null;
        }

        var publicIpId = module.Parameter("managementPublicIpId", "string", "The resource id of the public address of the management interface.", "network.outputs.managementPublicIpId");
        var subnetId = module.Parameter("managementSubnetId", "string", "The resource id of the subnet of the management interface.", SubnetId(plan, SubnetRole.FirewallManagement));
        return new()
        {
            { "name", firewall.ManagementConfigurationName },
            {
                "properties", new BicepObject
                {
                    { "subnet", new BicepObject { { "id", subnetId } } },
                    { "publicIPAddress", new BicepObject { { "id", publicIpId } } },
                }
            },
        };
    }

    private static string SubnetId(BicepPlan plan, SubnetRole role) =>
        $"network.outputs.{plan.Symbol(plan.Topology.Network.Subnets.First(subnet => subnet.Role == role))}Id";
}

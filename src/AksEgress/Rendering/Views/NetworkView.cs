using System.Globalization;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Rendering.Views;

/// <summary>The network module: virtual network, the subnets that come before the firewall, public addresses.</summary>
internal static class NetworkView
{
    public static BicepModule Module(BicepPlan plan)
    {
        var types = AzureResources.Known;
        var topology = plan.Topology;
        var network = topology.Network;
        var firewall = topology.Firewall!;
        var module = plan.Module("network", "The virtual network, the subnets whose routes do not need the firewall, and the public addresses of the firewall.", "the resources");
        module.Values["virtual_network_type"] = BicepPlan.TypeOf(types.VirtualNetworks);
        module.Values["virtual_network"] = new BicepObject
        {
            { "name", network.Name },
            { "location", new BicepExpression("location") },
            { "tags", plan.Tags },
            {
                "properties", new BicepObject
                {
                    { "addressSpace", new BicepObject { { "addressPrefixes", network.AddressSpace.Select(prefix => prefix.ToString()) } } },
                    { "dhcpOptions", network.DnsServers!.Count == 0 ? null : new BicepObject { { "dnsServers", network.DnsServers.Select(server => server.ToString()) } } },
                }
            },
        };
        RoutesView.AddTables(plan, module, plan.EarlyTables);
        plan.AddSubnets(module, plan.EarlySubnets);
        AddPublicAddresses(plan, module, firewall, types);
        return module;
    }

    private static void AddPublicAddresses(BicepPlan plan, BicepModule module, Firewall firewall, AzureResources types)
    {
        var frontends = firewall.Frontends!;
        var zones = firewall.Zones!.Count == 0 ? null : firewall.Zones.Select(zone => zone.ToString(CultureInfo.InvariantCulture)).ToList();
        module.Values["frontend_count"] = frontends.Count!.Value;
        module.Values["public_ip_prefix_type"] = BicepPlan.TypeOf(types.PublicIPPrefixes);
        module.Values["public_ip_prefixes"] = !plan.HasPublicIpPrefix ? [] : (BicepObject[])[new()
        {
            { "name", frontends.PrefixName },
            { "location", new BicepExpression("location") },
            { "tags", plan.Tags },
            { "sku", new BicepObject { { "name", "Standard" } } },
            { "zones", zones },
            { "properties", new BicepObject { { "prefixLength", frontends.PrefixLength }, { "publicIPAddressVersion", "IPv4" } } },
        }];
        module.Values["public_ip_type"] = BicepPlan.TypeOf(types.PublicIPAddresses);
        module.Values["public_ips"] = new BicepLoop("i in range(0, frontendCount)", PublicIp(BicepText.Numbered(frontends.Name!), plan.HasPublicIpPrefix));
        module.Values["management_public_ips"] = firewall.ManagementPublicIpName is { } name ? (BicepObject[])[PublicIp(name, fromPrefix: false)] : [];
        module.Output("publicIpIds", "string[]", "The resource ids of the public addresses of the firewall.", "[for i in range(0, frontendCount): publicIps[i].id]");
        module.Output("publicIpAddresses", "string[]", "The public addresses of the firewall.", "[for i in range(0, frontendCount): publicIps[i].properties.ipAddress]");
        if (plan.HasPublicIpPrefix)
        {
            module.Output("publicIpPrefix", "string", "The public prefix that holds the addresses of the firewall.", "publicIpPrefix.properties.ipPrefix");
        }

        if (firewall.ManagementPublicIpName is not null)
        {
            module.Output("managementPublicIpId", "string", "The resource id of the public address of the management interface.", "managementPublicIp.id");
        }

        BicepObject PublicIp(object name, bool fromPrefix) => new()
        {
            { "name", name },
            { "location", new BicepExpression("location") },
            { "tags", plan.Tags },
            { "sku", new BicepObject { { "name", "Standard" } } },
            { "zones", zones },
            {
                "properties", new BicepObject
                {
                    { "publicIPAllocationMethod", "Static" },
                    { "publicIPAddressVersion", "IPv4" },
                    { "publicIPPrefix", fromPrefix ? new BicepObject { { "id", new BicepExpression("publicIpPrefix.id") } } : null },
                }
            },
        };
    }
}

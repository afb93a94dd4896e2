namespace AksEgress.Tests.Validation;

/// <summary>The codes of everything that is found, for tests that look at nothing else.</summary>
internal static class Codes
{
    /// <summary>Of an example of a help page: what it leaves out comes from there.</summary>
    public static string In(string example) => string.Join(' ', Findings.In(HelpPage.Complete(example)).Select(finding => finding.Code));

    /// <summary>Of a network with these subnets beside the firewall's, and the other top-level keys.</summary>
    public static string InNetwork(string subnets, string rest, string network = "") =>
        In($"network:\n  addressSpace: [10.42.0.0/16]\n{network}  subnets:\n    - {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}\n{string.Concat(subnets.Split('|').Select(subnet => $"    - {subnet}\n"))}{rest}");

    /// <summary>Of a cluster.</summary>
    public static string InCluster(string cluster) => In($"cluster: {{ {cluster} }}\n");

    /// <summary>Of routes in the table of the nodes.</summary>
    public static string InRoutes(string routes, string rest = "", string table = "") =>
        InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }|{ name: ingress-subnet, prefix: 10.42.3.0/24, role: ingress }", rest, $"  routeTables: [{{ name: nodes, {table} routes: [{routes}] }}]\n");
}

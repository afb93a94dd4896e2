namespace AksEgress.Tests.Validation.Subnets;

/// <summary>Where the address plan becomes too small: at the bound silent, one above reported.</summary>
public sealed class AddressPlanTests
{
    [Theory]
    [InlineData("pluginMode: overlay", "count: 11", "10.42.1.0/28", "AKSE2117")]
    [InlineData("pluginMode: overlay", "count: 12", "10.42.1.0/28", "AKSE2116")]
    [InlineData("pluginMode: overlay", "count: 10", "10.42.1.0/28", "")]
    [InlineData("pluginMode: overlay", "minCount: 3, maxCount: 10", "10.42.1.0/28", "")]
    [InlineData("pluginMode: overlay", "minCount: 3, maxCount: 12", "10.42.1.0/28", "AKSE2116")]
    [InlineData("pluginMode: nodeSubnet", "count: 7", "10.42.1.0/24", "")]
    [InlineData("pluginMode: nodeSubnet", "count: 8", "10.42.1.0/24", "AKSE2117")]
    [InlineData("pluginMode: nodeSubnet", "count: 9", "10.42.1.0/24", "AKSE2116")]
    [InlineData("pluginMode: nodeSubnet", "count: 9, maxPods: 24", "10.42.1.0/24", "")]
    [InlineData("pluginMode: overlay", "count: 24", "10.42.1.0/27", "")]
    [InlineData("pluginMode: overlay", "count: 25", "10.42.1.0/27", "AKSE2117")]
    [InlineData("pluginMode: overlay", "count: 1001", "10.42.1.0/27", "AKSE2403")]
    [InlineData("pluginMode: overlay", "count: 9", "10.42.1.0/30", "AKSE2114")]
    public void Nodes_and_the_pods_in_their_subnet_find_addresses(string network, string pool, string prefix, string codes) =>
        Assert.Equal(codes, Codes.InNetwork($"{{ name: aks-subnet, prefix: {prefix}, role: cluster }}", $"cluster:\n  network: {{ {network}, serviceCidr: 172.16.0.0/16 }}\n  nodePools: [{{ name: system, {pool} }}]\n"));

    [Theory]
    [InlineData("count: 3", "")]
    [InlineData("count: 5", "AKSE2117")]
    [InlineData("count: 6", "AKSE2116")]
    public void Pools_of_one_subnet_are_added_up(string pool, string codes) =>
        Assert.Equal(codes, Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/28, role: cluster }", $"cluster:\n  nodePools: [{{ name: system, count: 6 }}, {{ name: work, {pool} }}]\n"));

    [Theory]
    [InlineData("", "", "")]
    [InlineData("  privateCluster: true\n", "", "AKSE2117")]
    [InlineData("", "services:\n  - { name: web, address: 10.42.1.14, subnet: aks-subnet, ports: [{ port: 80 }] }\n", "AKSE2117")]
    public void Load_balancers_and_the_private_api_server_take_addresses_too(string cluster, string services, string codes) =>
        Assert.Equal(codes, Codes.InNetwork("{ name: aks-subnet, prefix: 10.42.1.0/28, role: cluster }", $"cluster:\n  nodePools: [{{ name: system, count: 10 }}]\n{cluster}{services}"));

    [Theory]
    [InlineData("count: 2, maxPods: 125", "")]
    [InlineData("count: 2, maxPods: 126", "AKSE2118")]
    [InlineData("minCount: 2, maxCount: 3, maxPods: 100", "AKSE2118")]
    public void Pods_find_addresses_in_their_subnet(string pool, string codes) =>
        Assert.Equal(codes, Codes.InNetwork(
            "{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }|{ name: pods, prefix: 10.42.4.0/24 }",
            $"cluster:\n  nodePools: [{{ name: system, subnet: aks-subnet, podSubnet: pods, {pool} }}]\n"));
}

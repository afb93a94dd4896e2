using AksEgress.Model;

/// <summary>What can leave our clusters.</summary>
public static class Topologies
{
    public static EgressTopology Main { get; } = new()
    {
        Name = "topology-name",
        Location = "eastus",
        Network = new()
        {
            AddressSpace = [Cidr.Parse("10.42.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/26") },
            ],
        },
        // Named sets, and hosts of your own: new() { Https = [FqdnPattern.Parse("*.contoso.com")] }
        Allow = [EndpointSet.Aks],
    };
}

using AksEgress.Model;

namespace AksEgress.Tests.Shared;

/// <summary>What <c>SmallDocument</c> says, in C#.</summary>
internal static class SmallTopology
{
    /// <summary>The topology.</summary>
    /// <param name="name">Its name.</param>
    public static EgressTopology Of(string name) => new()
    {
        Name = name,
        Location = "eastus",
        Network = new()
        {
            AddressSpace = [Cidr.Parse("10.42.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
            ],
        },
        Allow = [EndpointSet.Aks],
    };
}

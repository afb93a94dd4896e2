using AksEgress.Model;

namespace Contoso;

/// <summary>The topology of a region: one function, for as many as there are.</summary>
internal static class Regions
{
    /// <param name="name">The topology's name.</param>
    /// <param name="location">The Azure region.</param>
    /// <param name="number">The second number of the region's addresses: 10.number.0.0/16.</param>
    public static EgressTopology Of(string name, string location, int number) => new()
    {
        Name = name,
        Location = location,
        Network = new()
        {
            AddressSpace = [Cidr.Parse($"10.{number}.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse($"10.{number}.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse($"10.{number}.2.0/26") },
            ],
        },
        Allow = CompanyRules.Allowed,
        Rules = [CompanyRules.Denied],
    };
}

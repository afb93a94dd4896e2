using AksEgress.Model;

namespace Contoso;

/// <summary>The topology of a region: one function, for as many as there are.</summary>
internal static class Regions
{
    /// <param name="name">The topology's name.</param>
    /// <param name="location">The Azure region.</param>
    /// <param name="number">The second number of the region's addresses: 10.number.0.0/16.</param>
    public static EgressTopology Of(string name, string location, byte number) => new()
    {
        Name = name,
        Location = location,
        Network = new()
        {
            AddressSpace = [Prefix(number, 0, 16)],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Prefix(number, 1, 24), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Prefix(number, 2, 26) },
            ],
        },
        Allow = CompanyRules.Allowed,
        Rules = [CompanyRules.Denied],
    };

    private static Cidr Prefix(byte region, byte subnet, int length) => new(new(((uint)10 << 24) | ((uint)region << 16) | ((uint)subnet << 8)), length);
}

// The commands of aks-egress over the topologies of this file:
//   dotnet run egress.cs -- validate
//   dotnet run egress.cs -- diff shop-stage shop-prod
// Outside of this repository the line below is '#:package AksEgress.CommandLine@*-*'.
#:project ../../src/AksEgress.CommandLine/AksEgress.CommandLine.csproj

using AksEgress.CommandLine;
using AksEgress.Model;

return await EgressCommand.RunAsync(args);

/// <summary>Each public member is a topology, or several.</summary>
public static class Shop
{
    public static EgressTopology Prod => Of("shop-prod", network: 42, frontends: 20);

    public static EgressTopology Stage => Of("shop-stage", network: 43, frontends: 1) with
    {
        Allow = [EndpointSet.Aks, EndpointSet.DockerHub, new() { Https = [FqdnPattern.Parse("*.staging.contoso.com")] }],
    };

    private static EgressTopology Of(string name, int network, int frontends) => new()
    {
        Name = name,
        Location = "westeurope",
        Network = new()
        {
            AddressSpace = [Cidr.Parse($"10.{network}.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse($"10.{network}.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse($"10.{network}.2.0/24") },
            ],
        },
        Firewall = new() { Frontends = new() { Count = frontends } },
        Allow = [EndpointSet.Aks, EndpointSet.DockerHub],
    };
}

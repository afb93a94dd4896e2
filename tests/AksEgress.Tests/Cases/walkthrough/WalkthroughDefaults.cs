using AksEgress.Model;

namespace AksEgress.Tests.Cases;

/// <summary>walkthrough-defaults.egress.yaml, said in C#.</summary>
public static class WalkthroughDefaults
{
    public static EgressTopology Topology { get; } = new()
    {
        Name = "aks-egress",
        Location = "eastus",
        Network = new()
        {
            AddressSpace = [Cidr.Parse("10.42.0.0/16")],
            Subnets =
            [
                new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.1.0/24"), Role = SubnetRole.Cluster },
                new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.2.0/24") },
                new() { Name = "ingress-subnet", Prefix = Cidr.Parse("10.42.3.0/24"), Role = SubnetRole.Ingress },
            ],
        },
        Firewall = new() { Frontends = new() { Count = 20 } },
        Cluster = new() { AuthorizedIpRanges = [Cidr.Parse("203.0.113.7/32")] },
        Allow = [EndpointSet.Aks, EndpointSet.Ghcr, EndpointSet.DockerHub],
        Publish = [new() { Service = "store-front", Port = 80, TargetPort = 8080 }],
    };
}

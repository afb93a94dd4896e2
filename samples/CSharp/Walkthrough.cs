using AksEgress.Model;

namespace Contoso;

/// <summary>Microsoft's article "Control egress traffic using Azure Firewall in AKS" as one object.</summary>
public static class Walkthrough
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
        Firewall = new() { Tier = FirewallTier.Standard, Frontends = new() { Count = 20 } },
        Cluster = new() { NodePools = [new() { Name = "system", Count = 3, VmSize = "Standard_D4ds_v5" }] },
        Allow = [EndpointSet.Aks, EndpointSet.Ghcr, EndpointSet.DockerHub],
        Rules =
        [
            new NetworkRuleCollection
            {
                Name = "aksfwnr",
                Priority = 100,
                Rules =
                [
                    new() { Name = "apiudp", Protocols = [RuleProtocol.Udp], ServiceTags = [ServiceTag.Parse("AzureCloud.eastus")], Ports = [1194] },
                    new() { Name = "apitcp", Protocols = [RuleProtocol.Tcp], ServiceTags = [ServiceTag.Parse("AzureCloud.eastus")], Ports = [9000] },
                    new() { Name = "time", Protocols = [RuleProtocol.Udp], Fqdns = [Fqdn.Parse("ntp.ubuntu.com")], Ports = [123] },
                ],
            },
            new ApplicationRuleCollection
            {
                Name = "aksfwar",
                Priority = 100,
                Rules = [new() { Name = "fqdn", Protocols = [ApplicationProtocol.Http, ApplicationProtocol.Https], FqdnTags = [FqdnTag.AzureKubernetesService] }],
            },
        ],
        Publish = [new() { Service = "store-front", Port = 80, TargetPort = 8080, Address = Ipv4Address.Parse("10.42.3.10") }],
        ConnectivityCheck = new() { Image = "docker.io/curlimages/curl:8.17.0" },
    };
}

using AksEgress.Model;

namespace AksEgress.Benchmarks;

/// <summary>Policies of many rules with sources, ports and destinations of their own: half network rules, half application rules; 64 sources, ten ports.</summary>
internal static class ManyRules
{
    private static readonly int[] _ports = [443, 1433, 5432, 6379, 8883, 9092, 22, 25, 123, 53];

    /// <summary>A resolved topology.</summary>
    /// <param name="count">The number of rules.</param>
    /// <param name="changed">How many of them say something else than without.</param>
    public static EgressTopology Topology(int count, int changed = 0)
    {
        var step = changed == 0 ? int.MaxValue : count / changed;
        return new EgressTopology
        {
            Name = "large",
            Location = "westeurope",
            Network = new()
            {
                AddressSpace = [Cidr.Parse("10.42.0.0/16")],
                Subnets =
                [
                    new() { Name = "aks-subnet", Prefix = Cidr.Parse("10.42.0.0/17"), Role = SubnetRole.Cluster },
                    new() { Name = "AzureFirewallSubnet", Prefix = Cidr.Parse("10.42.255.0/26") },
                ],
            },
            Rules =
            [
                new NetworkRuleCollection { Name = "addresses", Priority = 100, Rules = [.. Enumerable.Range(0, count / 2).Select(number => Network(number, number % step == 3))] },
                new ApplicationRuleCollection { Name = "hosts", Priority = 100, Rules = [.. Enumerable.Range(0, count / 2).Select(number => Application(number, number % step == 3))] },
            ],
        }.Resolve();
    }

    /// <summary>One of 64 addresses, each of which has rules of its own.</summary>
    public static Ipv4Address Source(int number) => new(0x0A2A0007u + ((uint)Mix(number, 64) << 8));

    /// <summary>A destination, mostly one of the rules'.</summary>
    public static Ipv4Address Address(int number) => new((0x0B000000u + (uint)Mix(number, 0x500000) * 16) & 0xFFFFFF00u | 9);

    /// <summary>The name of a rule's host.</summary>
    public static string Host(int number) => $"{(number % 2 == 0 ? "" : "a.")}host-{number}.contoso.com";

    /// <summary>One of ten ports.</summary>
    public static int Port(int number) => _ports[Mix(number, _ports.Length)];

    private static NetworkRule Network(int number, bool isChanged) => new()
    {
        Name = $"address-{number}",
        Protocols = [number % 3 == 0 ? RuleProtocol.Udp : RuleProtocol.Tcp],
        Source = [new Cidr(new(Source(number).Value & 0xFFFFFF00u), 24)],
        Destination = [new Cidr(new(Address(number).Value & 0xFFFFFF00u), 24)],
        Ports = [isChanged ? 4444 : Port(number)],
    };

    private static ApplicationRule Application(int number, bool isChanged) => new()
    {
        Name = $"host-{number}",
        Source = [new Cidr(new(Source(number).Value & 0xFFFFFF00u), 24)],
        Fqdns = [FqdnPattern.Parse(isChanged ? $"*.new-{number}.com" : number % 2 == 0 ? Host(number) : $"*.host-{number}.contoso.com")],
    };

    /// <summary>Scattered, the same on each run.</summary>
    private static int Mix(int number, int bound) => (int)((uint)number * 2654435761u % (uint)bound);
}

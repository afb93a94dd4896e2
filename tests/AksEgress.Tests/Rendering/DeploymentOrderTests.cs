using AksEgress.Compilation;
using AksEgress.Model;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>What Azure Resource Manager makes before what: read from the compiled template, where it counts.</summary>
public sealed class DeploymentOrderTests(RealBicepCli real) : IClassFixture<RealBicepCli>
{
    private const string Subnets = "Microsoft.Network/virtualNetworks/subnets";
    private const string Groups = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";
    private const string Firewalls = "Microsoft.Network/azureFirewalls";
    private const string Clusters = "Microsoft.ContainerService/managedClusters";
    private const string RoleAssignments = "Microsoft.Authorization/roleAssignments";

    private BicepCli Cli => real.Cli;

    public static TheoryData<string> Cases => Case.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Everything_comes_in_an_order_that_deploys_in_one_pass_and_again(string name)
    {
        var topology = Case.Read(name).Resolve();
        var order = await OrderAsync(topology);
        var firewall = Assert.Single(order.OfType(Firewalls));
        var cluster = Assert.Single(order.OfType(Clusters));

        // Nodes fetch their images while they start.
        Assert.True(order.IsAfter(cluster, firewall));
        Assert.All(order.OfType(Groups).Concat(order.OfType(Subnets)), resource => Assert.True(order.IsAfter(cluster, resource), resource.Name));
        Assert.All(order.OfType("Microsoft.Network/routeTables"), table =>
        {
            var isOfFirewall = topology.Network.Subnets.Any(subnet => subnet.Name == "AzureFirewallSubnet" && subnet.RouteTable == (string?)table.Body["name"]);
            Assert.True(isOfFirewall ? order.IsAfter(firewall, table) : order.IsAfter(table, firewall), table.Name);
            Assert.True(order.IsAfter(cluster, table), table.Name);
        });

        // Rights before the cluster needs them, where the identity exists before it.
        var isUserAssigned = topology.Cluster!.Identity!.Type == ClusterIdentityType.UserAssigned;
        Assert.Equal(topology.Cluster.Identity.RoleAssignments!.Count, order.OfType(RoleAssignments).Count());
        Assert.All(order.OfType(RoleAssignments), assignment => Assert.True(isUserAssigned ? order.IsAfter(cluster, assignment) : order.IsAfter(assignment, cluster), assignment.Name));

        // The firewall is not changed while its policy is.
        Assert.All(order.OfType(Groups), group => Assert.True(order.IsAfter(firewall, group), group.Name));

        // Azure refuses changes to two subnets of a network, or two groups of a policy, at a time.
        Assert.Equal(topology.Network.Subnets.Count, order.OfType(Subnets).Count());
        Assert.Equal(topology.Firewall!.Policy!.RuleCollectionGroups!.Count, order.OfType(Groups).Count());
        AssertChain(order, order.OfType(Subnets));
        AssertChain(order, order.OfType(Groups));

        // Subnets that the network itself named would be reset at each deployment.
        Assert.Null(Assert.Single(order.OfType("Microsoft.Network/virtualNetworks")).Body["properties"]!["subnets"]);
    }

    [Fact]
    public async Task The_order_of_the_groups_is_that_of_the_document()
    {
        var topology = Case.Read("explicit-groups").Resolve();
        var order = await OrderAsync(topology);
        var groups = topology.Firewall!.Policy!.RuleCollectionGroups!
            .Select(group => order.OfType(Groups).Single(resource => resource.Body["name"]!.GetValue<string>().EndsWith($"'{group.Name}')]", StringComparison.Ordinal)))
            .ToList();
        Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(order.IsAfter(pair.Second, pair.First)));
    }

    private static void AssertChain(DeploymentOrder order, IEnumerable<DeployedResource> resources)
    {
        var all = resources.ToList();
        Assert.All(
            all.SelectMany((first, index) => all.Skip(index + 1).Select(second => (first, second))),
            pair => Assert.True(order.IsAfter(pair.first, pair.second) || order.IsAfter(pair.second, pair.first), $"{pair.first.Name} and {pair.second.Name} at a time"));
    }

    private async Task<DeploymentOrder> OrderAsync(EgressTopology topology)
    {
        using var rendered = new RenderedTopology(topology);
        return new(await rendered.CompileAsync(Cli));
    }
}

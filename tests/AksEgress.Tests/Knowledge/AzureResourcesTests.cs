using AksEgress.Knowledge;

namespace AksEgress.Tests.Knowledge;

public sealed class AzureResourcesTests
{
    [Fact]
    public void Types_and_newest_stable_versions()
    {
        var azure = AzureResources.Known;
        Assert.Equal(
            [
                "Microsoft.Network/virtualNetworks@2025-09-01",
                "Microsoft.Network/virtualNetworks/subnets@2025-09-01",
                "Microsoft.Network/publicIPAddresses@2025-09-01",
                "Microsoft.Network/publicIPPrefixes@2025-09-01",
                "Microsoft.Network/routeTables@2025-09-01",
                "Microsoft.Network/routeTables/routes@2025-09-01",
                "Microsoft.Network/azureFirewalls@2025-09-01",
                "Microsoft.Network/firewallPolicies@2025-09-01",
                "Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-09-01",
                "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30",
                "Microsoft.Authorization/roleAssignments@2022-04-01",
                "Microsoft.ContainerService/managedClusters@2026-05-01",
            ],
            ((ResourceType[])
            [
                azure.VirtualNetworks, azure.Subnets, azure.PublicIPAddresses, azure.PublicIPPrefixes, azure.RouteTables, azure.Routes,
                azure.AzureFirewalls, azure.FirewallPolicies, azure.RuleCollectionGroups, azure.UserAssignedIdentities,
                azure.RoleAssignments, azure.ManagedClusters,
            ]).Select(resource => $"{resource.Type}@{resource.ApiVersion}"));
    }

    [Fact]
    public void A_role_assignment_has_no_name_to_choose() => Assert.Null(AzureResources.Known.RoleAssignments.Name);

    [Fact]
    public void Facts_are_read_once() => Assert.Same(AzureResources.Known, AzureResources.Known);
}

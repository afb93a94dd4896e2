using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Knowledge;

namespace AksEgress.Import;

/// <summary>What a template deploys at the same time though Azure wants one thing before the other (azure-facts 2.7, 3.3).</summary>
internal sealed class DeploymentOrder
{
    private readonly IReadOnlyList<DeploymentStep> _steps;
    private readonly Func<DeploymentStep, SourceSpan> _placeOf;
    private readonly DiagnosticBag _diagnostics;

    private DeploymentOrder(IReadOnlyList<DeploymentStep> steps, Func<DeploymentStep, SourceSpan> placeOf, DiagnosticBag diagnostics) => (_steps, _placeOf, _diagnostics) = (steps, placeOf, diagnostics);

    /// <summary>Looks at a template. What a condition may leave out is left alone.</summary>
    /// <param name="template">The template, with nested deployments in it.</param>
    /// <param name="placeOf">Where a step was written.</param>
    /// <param name="diagnostics">Takes what is found.</param>
    public static void Check(JsonElement template, Func<DeploymentStep, SourceSpan> placeOf, DiagnosticBag diagnostics)
    {
        var order = new DeploymentOrder(DeploymentSteps.Of(template), placeOf, diagnostics);
        var groups = order.OfType(AzureResources.Known.RuleCollectionGroups);
        order.CheckGroups(groups);
        order.CheckFirewall(groups);
        order.CheckCluster(groups);
    }

    private List<DeploymentStep> OfType(ResourceType type) => [.. _steps.Where(step => string.Equals(step.Type, type.Type, StringComparison.OrdinalIgnoreCase) && !step.IsConditional && !IsExisting(step))];

    private void CheckGroups(List<DeploymentStep> groups)
    {
        foreach (var group in groups.Where(IsParallelLoop))
        {
            Report(ImportDiagnostics.ParallelGroups, group, $"The loop of rule collection groups '{group.Display}' runs at the same time, and Azure takes one group of a policy after the other. Give it @batchSize(1), in JSON a copy with mode serial and batchSize 1.");
        }

        foreach (var policy in groups.GroupBy(group => (group.Parent, PolicyOf(group.Name))))
        {
            var ordered = policy.Select(group => (Group: group, Before: group.Before())).ToList();
            foreach (var (one, index) in ordered.Select((one, index) => (one, index)))
            {
                if (ordered.Take(index).FirstOrDefault(other => !one.Before.Contains(other.Group) && !other.Before.Contains(one.Group)) is { Group: { } other })
                {
                    Report(ImportDiagnostics.ParallelGroups, one.Group, $"The rule collection groups '{other.Display}' and '{one.Group.Display}' may be deployed at the same time, and Azure takes one group of a policy after the other (AnotherOperationInProgress). Let the second depend on the first.");
                }
            }
        }
    }

    private void CheckFirewall(List<DeploymentStep> groups)
    {
        if (OfType(AzureResources.Known.AzureFirewalls) is not [var firewall])
        {
            return;
        }

        var before = firewall.Before();
        if (groups.Find(group => !before.Contains(group) && !group.Before().Contains(firewall)) is { } group)
        {
            Report(ImportDiagnostics.ParallelFirewall, firewall, $"The firewall '{firewall.Display}' and the rule collection group '{group.Display}' may be deployed at the same time, and each changes the other (AnotherOperationInProgress). Let the firewall depend on the groups.");
        }
    }

    private void CheckCluster(List<DeploymentStep> groups)
    {
        if (OfType(AzureResources.Known.ManagedClusters) is not [var cluster] || !cluster.Element.GetRawText().Contains("userDefinedRouting", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var before = cluster.Before();
        bool IsAfter(DeploymentStep step) => step.Before().Contains(cluster);
        var routed = OfType(AzureResources.Known.Subnets).Concat(OfType(AzureResources.Known.VirtualNetworks)).Where(network => network.Element.GetRawText().Contains("\"routeTable\"", StringComparison.Ordinal)).ToList();
        if (routed.Count > 0 && !routed.Exists(before.Contains))
        {
            Report(ImportDiagnostics.EarlyCluster, cluster, $"The cluster '{cluster.Display}' may be deployed before its subnet has the route table that comes with '{routed[0].Display}', and Azure refuses user-defined routing then. Let the cluster depend on it.");
        }

        var contributor = Limits.Known.NetworkContributor.Id.ToString();
        if (OfType(AzureResources.Known.RoleAssignments).Find(role => role.Element.GetRawText().Contains(contributor, StringComparison.OrdinalIgnoreCase) && !before.Contains(role) && !IsAfter(role)) is { } role)
        {
            Report(ImportDiagnostics.EarlyCluster, cluster, $"The cluster '{cluster.Display}' may be deployed before its identity has the rights of '{role.Display}', without which it cannot work with its subnet or route table. Let the cluster depend on it.");
        }

        if (OfType(AzureResources.Known.AzureFirewalls).Concat(groups).FirstOrDefault(step => !before.Contains(step) && !IsAfter(step)) is { } late)
        {
            Report(ImportDiagnostics.EarlyNodes, cluster, $"The cluster '{cluster.Display}' may start its nodes before '{late.Display}' is there. They need the firewall and its rules when they start, and the deployment fails where they wait too long. Let the cluster depend on it.");
        }
    }

    private static bool IsExisting(DeploymentStep step) => step.Element.TryGetProperty("existing", out var existing) && existing.ValueKind == JsonValueKind.True;

    private static bool IsParallelLoop(DeploymentStep step) =>
        step.Element.TryGetProperty("copy", out var copy) && copy.ValueKind == JsonValueKind.Object
        && !(copy.TryGetProperty("mode", out var mode) && mode.ValueKind == JsonValueKind.String && string.Equals(mode.GetString(), "serial", StringComparison.OrdinalIgnoreCase)
            && (!copy.TryGetProperty("batchSize", out var size) || size.ValueKind != JsonValueKind.Number || (size.TryGetInt32(out var number) && number == 1)))
        && !(copy.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var times) && times <= 1);

    /// <summary>A group's policy as the template writes it: what stands before the group's own name. The same policy in other words is not found.</summary>
    private static string PolicyOf(string name)
    {
        if (!name.StartsWith('['))
        {
            return name.Contains('/', StringComparison.Ordinal) ? name[..name.LastIndexOf('/')] : "";
        }

        var (depth, isQuoted, comma) = (0, false, name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            isQuoted ^= name[at] == '\'';
            depth += isQuoted ? 0 : name[at] == '(' ? 1 : name[at] == ')' ? -1 : 0;
            comma = name[at] == ',' && depth == 1 && !isQuoted ? at : comma;
        }

        return name[..comma];
    }

    private void Report(DiagnosticDescriptor descriptor, DeploymentStep step, string message) => _diagnostics.Add(descriptor, _placeOf(step), message);
}

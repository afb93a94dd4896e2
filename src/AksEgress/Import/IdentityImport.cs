using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The control plane's identity and what it may do.</summary>
internal sealed class IdentityImport(ImportContext context, NetworkImport network)
{
    /// <summary>The identity of a cluster; null where the source does not say it.</summary>
    public ClusterIdentity? Read(ArmReader cluster)
    {
        var reader = cluster.Object("identity", nameof(Cluster.Identity));
        var type = reader?.Text("type", nameof(ClusterIdentity.Type));
        if (reader is null || type is null)
        {
            return null;
        }

        var isOwn = type.Contains("UserAssigned", StringComparison.OrdinalIgnoreCase);
        var id = isOwn ? (reader.Names("userAssignedIdentities") is [var first, ..] ? first.TrimEnd('/') : null) : cluster.Resource.Id;
        if (id is not null && isOwn && context.Resources.Find(id) is { } identity)
        {
            context.Resources.MarkRead(identity);
        }

        var assignments = ReadAssignments(id, isOwn ? "principalId" : "identity.principalId", cluster.Resource.Document.IsPredicted);
        return new()
        {
            Type = isOwn ? ClusterIdentityType.UserAssigned : ClusterIdentityType.SystemAssigned,
            Name = isOwn && id is not null ? ArmId.Parse(id)?.OwnName : null,
            // Nothing known is not nothing.
            RoleAssignments = assignments.IsWhole || assignments.Roles.Count > 0 ? assignments.Roles : null,
            Origin = assignments.IsWhole ? new(reader.Place) : new Origin(reader.Place).Unreadable(nameof(ClusterIdentity.RoleAssignments)),
        };
    }

    /// <summary>
    /// Network Contributor on subnets and route tables. Others may come to the same, so nothing is concluded from what is missing beside them; nor where no command printed any.
    /// </summary>
    private (ValueList<RoleAssignment> Roles, bool IsWhole) ReadAssignments(string? principal, string property, bool isTemplate)
    {
        var roles = new List<RoleAssignment>();
        var all = context.Resources.OfType(AzureResources.Known.RoleAssignments.Type);
        var isWhole = isTemplate || all.Count > 0;
        foreach (var resource in all)
        {
            var reader = new ArmReader(resource, context);
            var isOurs = ImportContext.IsLink(reader.Runtime("principalId", nameof(ClusterIdentity.RoleAssignments)), principal, property);
            var isContributor = reader.Text("roleDefinitionId", nameof(ClusterIdentity.RoleAssignments))?.EndsWith(Limits.Known.NetworkContributor.Id.ToString(), StringComparison.OrdinalIgnoreCase) == true;
            var scope = ArmId.Parse(resource.Scope);
            if (isOurs && isContributor && scope is { } on && string.Equals(on.Type, AzureResources.Known.Subnets.Type, StringComparison.OrdinalIgnoreCase))
            {
                roles.Add(new() { Subnet = network.Subnets.NameOf(resource.Scope), Origin = new(resource.Place) });
            }
            else if (isOurs && isContributor && scope is { } table && string.Equals(table.Type, AzureResources.Known.RouteTables.Type, StringComparison.OrdinalIgnoreCase))
            {
                roles.Add(new() { RouteTable = table.OwnName, Origin = new(resource.Place) });
            }
            else
            {
                isWhole = false;
            }
        }

        return ([.. roles], isWhole);
    }
}

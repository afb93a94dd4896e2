using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>A parameter of <c>main.bicep</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its Bicep type.</param>
/// <param name="Description">What it is.</param>
/// <param name="Default">Default in the template; null for none.</param>
/// <param name="Value">Value in <c>main.bicepparam</c>.</param>
/// <param name="IsSecure">True for secrets.</param>
internal sealed record MainParameter(string Name, string Type, string Description, object? Default, object Value, bool IsSecure = false)
{
    /// <summary>What the tags are, as a parameter or a variable.</summary>
    public const string TagsDescription = "The tags of every resource.";

    /// <summary>The location, what the topology marks, and the administrator that Windows pools need.</summary>
    public static List<MainParameter> Of(BicepPlan plan)
    {
        var topology = plan.Topology;
        var cluster = topology.Cluster!;
        var parameters = new List<MainParameter>
        {
            With("location", "string", "The Azure region of every resource. Regional hosts and service tags in the firewall's rules are those of the default.", topology.Location),
        };
        if (plan.IsParameter(TemplateParameter.Tags))
        {
            parameters.Add(With("tags", "object", TagsDescription, TagsOf(topology)));
        }

        if (plan.IsParameter(TemplateParameter.KubernetesVersion))
        {
            // Bicep gives a nullable parameter the default null and takes no other.
            const string description = "The Kubernetes version of the cluster";
            parameters.Add(cluster.KubernetesVersion is { } version
                ? With("kubernetesVersion", "string", description + ".", version)
                : new("kubernetesVersion", "string?", description + "; null for the one that AKS gives new clusters.", null, new BicepExpression("null")));
        }

        if (plan.IsParameter(TemplateParameter.AuthorizedIpRanges))
        {
            parameters.Add(With("authorizedIpRanges", "string[]", cluster.AuthorizeFrontends == true ? "Who may reach the API server, beside the firewall." : "Who may reach the API server; everybody when it is empty.", cluster.AuthorizedIpRanges!.Select(range => range.ToString()).ToList()));
        }

        foreach (var pool in cluster.NodePools!)
        {
            if (plan.IsParameter(TemplateParameter.NodeCount))
            {
                parameters.Add(With(plan.PoolParameter(pool, "NodeCount"), "int", $"The number of nodes in pool {pool.Name}.", pool.Count!.Value));
            }

            if (plan.IsParameter(TemplateParameter.VmSize))
            {
                parameters.Add(With(plan.PoolParameter(pool, "VmSize"), "string", $"The size of the virtual machines in pool {pool.Name}.", pool.VmSize!));
            }
        }

        if (cluster.HasWindowsNodes)
        {
            parameters.Add(With("windowsAdminUsername", "string", "The administrator's name on Windows nodes.", "azureuser"));
            parameters.Add(new(
                "windowsAdminPassword", "string", "The administrator's password on Windows nodes.", null, new BicepExpression("readEnvironmentVariable('WINDOWS_ADMIN_PASSWORD', '')"), IsSecure: true));
        }

        return parameters;
    }

    /// <summary>The tags as an object.</summary>
    public static BicepObject TagsOf(EgressTopology topology)
    {
        var tags = new BicepObject();
        foreach (var tag in topology.Tags!)
        {
            tags.Add(tag.Name, tag.Value);
        }

        return tags;
    }

    public ScriptObject ToScript() => new()
    {
        ["name"] = new BicepExpression(Name),
        ["type"] = new BicepExpression(Type),
        ["description"] = Description,
        ["decorators"] = IsSecure ? (BicepExpression[])[new("@secure()")] : [],
        ["defaults"] = Default is null ? [] : (object[])[Default],
        ["value"] = Value,
    };

    private static MainParameter With(string name, string type, string description, object value) => new(name, type, description, value, value);
}

namespace AksEgress.Model;

/// <summary>A value that becomes a parameter of the Bicep template, with the topology's value in <c>main.bicepparam</c>.</summary>
public enum TemplateParameter
{
    /// <summary>The tags of all resources.</summary>
    Tags,

    /// <summary>The cluster's Kubernetes version.</summary>
    KubernetesVersion,

    /// <summary>The user's own authorised ranges; the firewall's addresses are added to whatever is given, unless <see cref="Cluster.AuthorizeFrontends"/> says no. Not for private clusters.</summary>
    AuthorizedIpRanges,

    /// <summary>The number of nodes, one parameter a pool.</summary>
    NodeCount,

    /// <summary>The size of the nodes, one parameter a pool.</summary>
    VmSize,
}

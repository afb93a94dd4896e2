namespace AksEgress.Model;

/// <summary>
/// An AKS cluster whose outbound traffic leaves through Azure Firewall: the root of the model.
/// <c>Resolve()</c> gives the same type with every default filled in and the short forms (<see cref="Allow"/>, <see cref="Rules"/>,
/// <see cref="Publish"/>) carried out.
/// </summary>
public sealed record EgressTopology : Node
{
    private const int MaxStem = 80;

    /// <summary>Prefix of every derived resource name, and the folder of the outputs. Lower-case letters, digits and hyphens, 1 to 40 characters.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>Azure region by its ARM name, such as <c>eastus</c>; the location of every resource.</summary>
    public required string Location { get; init => field = NotNull(value); }

    /// <summary>The Azure cloud; decides what AKS requires. Default: <see cref="AzureCloud.Public"/>.</summary>
    public AzureCloud? Cloud { get; init; }

    /// <summary>Resource group that <c>deploy.sh</c> deploys to. Default: <c>&lt;name&gt;-rg</c>.</summary>
    public string? ResourceGroup { get; init; }

    /// <summary>Tags put on every resource that can carry them. Default: none.</summary>
    public ValueList<ResourceTag>? Tags { get; init; }

    /// <summary>What becomes a parameter of the Bicep template, beside the location. Default: none.</summary>
    public ValueList<TemplateParameter>? Parameters { get; init; }

    /// <summary>The virtual network.</summary>
    public required VirtualNetwork Network { get; init => field = NotNull(value); }

    /// <summary>The firewall and its policy. Default: a Standard firewall with one frontend.</summary>
    public Firewall? Firewall { get; init; }

    /// <summary>The cluster. Default: one pool of three nodes.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>What the cluster may reach, by named set or host: the short form of allow rules. Empty after resolution.</summary>
    public ValueList<AllowEntry>? Allow { get; init; }

    /// <summary>Exact rule collections, put into the default group of their kind. Empty after resolution.</summary>
    public ValueList<RuleCollection>? Rules { get; init; }

    /// <summary>Services reachable through the firewall: the short form of a DNAT rule and a Kubernetes Service. Empty after resolution.</summary>
    public ValueList<PublishedService>? Publish { get; init; }

    /// <summary>Kubernetes Services of type LoadBalancer to write manifests for. Default: those of <see cref="Publish"/>.</summary>
    public ValueList<LoadBalancerService>? Services { get; init; }

    /// <summary>The Job that proves the rules from inside the cluster. Default: none.</summary>
    public ConnectivityCheck? ConnectivityCheck { get; init; }

    /// <summary>Severities of findings other than those they have by themselves. Default: none.</summary>
    public ValueList<CodeSeverity>? Severity { get; init; }

    /// <summary>Findings that are known and accepted; of a document, all that stand anywhere in it. Default: none.</summary>
    public ValueList<Suppression>? Suppress { get; init; }

    /// <summary>The topology as it was said: this one, or what it was resolved from with what was added since.</summary>
    internal EgressTopology Said => Origin.Said is not { } said ? this : said with
    {
        Allow = [.. said.Allow ?? [], .. Allow ?? []],
        Publish = [.. said.Publish ?? [], .. Publish ?? []],
    };

    /// <summary>What derived names begin with: the name, and of one that is too long no more than a resource's name could hold. It is derived for each route.</summary>
    internal string Stem => Name.Length <= MaxStem ? Name : Name[..MaxStem];

    /// <summary>The name: what runners of tests call a case of many by.</summary>
    public override string ToString() => Name;
}

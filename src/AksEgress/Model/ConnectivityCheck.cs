namespace AksEgress.Model;

/// <summary>A Kubernetes Job that proves from inside the cluster that one host answers over HTTPS and another does not.</summary>
public sealed record ConnectivityCheck : Node
{
    /// <summary>The namespace that every cluster has.</summary>
    internal const string DefaultNamespace = "default";

    /// <summary>Container image with a shell and curl or wget; it must be pullable through the firewall.</summary>
    public required string Image { get; init => field = NotNull(value); }

    /// <summary>A host that must answer. Default: <c>mcr.microsoft.com</c>, which AKS requires.</summary>
    public Fqdn? Allowed { get; init; }

    /// <summary>A host that must not answer. Default: <c>example.com</c>.</summary>
    public Fqdn? Denied { get; init; }

    /// <summary>Kubernetes namespace. Default: <c>default</c>.</summary>
    public string? Namespace { get; init; }
}

using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>What a coverage report is about.</summary>
public sealed record CoverageOptions
{
    /// <summary>The features in use. What AKS itself requires is always among them. Default: the sets that the topology allows, and <see cref="EndpointSet.Windows"/> where a pool runs it.</summary>
    public ValueList<EndpointSet>? Features { get; init; }

    /// <summary>Images that are pulled, beside the topology's own. Default: none.</summary>
    public ValueList<ImageUse> Images { get; init; } = [];

    /// <summary>True when manifests could not be read whole, so that images may be missing: the report is not complete then. Default: false.</summary>
    public bool MissesImages { get; init; }
}

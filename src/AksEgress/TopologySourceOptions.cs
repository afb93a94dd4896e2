namespace AksEgress;

/// <summary>What templates are read with.</summary>
public sealed record TopologySourceOptions
{
    /// <summary>Values of a template's parameters, as <c>az deployment</c> takes them: <c>name=value</c>, or the path of a parameters file. Later ones win. Default: none.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The region of the resource group, where a template takes its own from there. Default: not known, and so is what depends on it.</summary>
    public string? Location { get; init; }

    /// <summary>The cluster, where a source has several. Default: the only one.</summary>
    public string? Cluster { get; init; }

    /// <summary>The firewall, where a source has several. Default: the only one.</summary>
    public string? Firewall { get; init; }

    /// <summary>The full path of the Bicep CLI, which templates need; see <see cref="Compilation.BicepCliLocator"/>. Default: none, and only documents and deployed resources can be read.</summary>
    public string? BicepPath { get; init; }
}

namespace AksEgress.Parsing;

/// <summary>The files that people write.</summary>
public enum DocumentKind
{
    /// <summary>A topology: <c>*.egress.yaml</c>.</summary>
    Topology,

    /// <summary>Rules that topologies include: <c>*.rules.yaml</c>.</summary>
    Rules,
}

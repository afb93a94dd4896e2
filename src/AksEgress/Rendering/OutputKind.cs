namespace AksEgress.Rendering;

/// <summary>What an output file is.</summary>
public enum OutputKind
{
    /// <summary>A Bicep file.</summary>
    Bicep,

    /// <summary>Parameters for it (<c>.bicepparam</c>).</summary>
    BicepParam,

    /// <summary>An ARM template, compiled from the Bicep files.</summary>
    Arm,

    /// <summary>A Kubernetes manifest.</summary>
    Kubernetes,

    /// <summary>A shell script.</summary>
    Script,

    /// <summary>A report for people: a page (<c>.html</c>) or Markdown (<c>.md</c>).</summary>
    Report,
}

namespace AksEgress.Diagnostics;

/// <summary>How grave a finding is. Only <see cref="Error"/> keeps files from being written.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Not reported. To be chosen for a code; no code has it by itself.</summary>
    None,

    /// <summary>Worth knowing; nothing is wrong by itself.</summary>
    Info,

    /// <summary>Likely to hurt, or a fact that the sources do not settle.</summary>
    Warning,

    /// <summary>Azure or Kubernetes refuses it, or it cannot do what it says.</summary>
    Error,
}

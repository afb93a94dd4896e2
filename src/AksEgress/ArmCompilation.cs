namespace AksEgress;

/// <summary>Whether the Bicep files are compiled to an ARM template (<c>main.json</c>) too.</summary>
public enum ArmCompilation
{
    /// <summary>When there is a Bicep CLI; without one, a note says how to get it.</summary>
    Auto,

    /// <summary>Yes; it is an error when there is no Bicep CLI.</summary>
    Always,

    /// <summary>No.</summary>
    Never,
}

namespace AksEgress.Model;

/// <summary>Operating system of a node pool.</summary>
public enum NodePoolOs
{
    /// <summary>Linux.</summary>
    Linux,

    /// <summary>Windows Server.</summary>
    Windows,
}

namespace AksEgress.Model;

/// <summary>An Azure cloud.</summary>
public enum AzureCloud
{
    /// <summary>The global cloud.</summary>
    Public,

    /// <summary>Azure Government.</summary>
    UsGovernment,

    /// <summary>Azure operated by 21Vianet.</summary>
    China,
}

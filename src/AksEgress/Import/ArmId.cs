namespace AksEgress.Import;

/// <summary>A resource id, taken apart.</summary>
/// <param name="Type">The type with its namespace: <c>Microsoft.Network/virtualNetworks/subnets</c>.</param>
/// <param name="Name">The names, one for each part of the type: <c>vnet/aks-subnet</c>.</param>
/// <param name="Scope">What the resource is in or on: its resource group, or the resource that it extends.</param>
internal readonly record struct ArmId(string Type, string Name, string Scope)
{
    private const string Providers = "/providers/";

    /// <summary>Azure's ids end far below.</summary>
    private const int MaxLength = 8192;

    /// <summary>The last of the names: the resource's own.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>Reads <c>/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/vnet/subnets/aks-subnet</c>; null when it is no such id.</summary>
    public static ArmId? Parse(string text)
    {
        var start = text.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || text.Length > MaxLength)
        {
            return null;
        }

        var parts = text[(start + Providers.Length)..].Split('/');
        return parts.Length >= 3 && parts.Length % 2 == 1 && parts.All(part => part.Length > 0)
            ? new(
                string.Join('/', parts.Where((_, index) => index == 0 || index % 2 == 1)),
                string.Join('/', parts.Where((_, index) => index > 0 && index % 2 == 0)),
                text[..start])
            : null;
    }

    /// <summary>The id of the resource that this one is a child of; itself when it is none's.</summary>
    public static string ParentOf(string id)
    {
        var name = id.LastIndexOf('/');
        var type = name <= 0 ? -1 : id.LastIndexOf('/', name - 1);
        return type <= 0 ? id : id[..type];
    }
}

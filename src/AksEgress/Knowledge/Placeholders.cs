namespace AksEgress.Knowledge;

/// <summary>What stands in an endpoint's host or tag for the region of the cluster.</summary>
internal static class Placeholders
{
    /// <summary>Stands for the ARM location, such as <c>norwayeast</c>.</summary>
    public const string Location = "{location}";

    /// <summary>Stands for the region's name in service tags, such as <c>norwaye</c>.</summary>
    public const string TagRegion = "{tagRegion}";

    /// <summary>Fills both placeholders in.</summary>
    /// <param name="text">A host or tag of an endpoint.</param>
    /// <param name="location">The ARM location.</param>
    public static string Fill(string text, string location)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text
            .Replace(Location, location, StringComparison.Ordinal)
            .Replace(TagRegion, ServiceTagRegions.For(location), StringComparison.Ordinal);
    }
}

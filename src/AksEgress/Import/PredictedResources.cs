using System.Text.Json;

namespace AksEgress.Import;

/// <summary>Compares predictions.</summary>
internal static class PredictedResources
{
    private static readonly string[] _providers = ["Microsoft.Network/", "Microsoft.ContainerService/", "Microsoft.ManagedIdentity/", "Microsoft.Authorization/"];

    /// <summary>True when two predictions have the same resources that egress may be about.</summary>
    public static bool AreAlike(JsonElement first, JsonElement second) => Relevant(first).SequenceEqual(Relevant(second), ElementComparer.Instance);

    private static IEnumerable<JsonElement> Relevant(JsonElement prediction) =>
        prediction.ValueKind == JsonValueKind.Object && prediction.TryGetProperty("predictedResources", out var resources) && resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().Where(IsRelevant)
            : [];

    private static bool IsRelevant(JsonElement resource) =>
        resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && Array.Exists(_providers, provider => type.GetString()!.StartsWith(provider, StringComparison.OrdinalIgnoreCase));

    private sealed class ElementComparer : IEqualityComparer<JsonElement>
    {
        public static ElementComparer Instance { get; } = new();

        public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

        public int GetHashCode(JsonElement obj) => 0;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace AksEgress.Knowledge;

// Strict: unknown, missing, duplicate and null members are refused, so that a slip in the data cannot pass unseen.
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(IReadOnlyList<FactSource>))]
[JsonSerializable(typeof(IReadOnlyList<EndpointSet>))]
[JsonSerializable(typeof(IReadOnlyList<KnownFqdnTag>))]
[JsonSerializable(typeof(ServiceTagsFile))]
[JsonSerializable(typeof(ServiceTagRegionsFile))]
[JsonSerializable(typeof(AzureRegions))]
[JsonSerializable(typeof(AzureResources))]
[JsonSerializable(typeof(Limits))]
[JsonSerializable(typeof(ClusterLimits))]
[JsonSerializable(typeof(FirewallFacts))]
[JsonSerializable(typeof(IReadOnlyList<KnownRegistry>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, PropertyMeanings>))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;

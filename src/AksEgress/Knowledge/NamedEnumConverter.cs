using System.Text.Json;
using System.Text.Json.Serialization;

namespace AksEgress.Knowledge;

// The stock converter also takes numbers, which say nothing to a reader of the data.
internal sealed class NamedEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

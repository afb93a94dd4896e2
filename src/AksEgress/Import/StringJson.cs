using System.Text.Json.Serialization;

namespace AksEgress.Import;

[JsonSerializable(typeof(string))]
internal sealed partial class StringJson : JsonSerializerContext;

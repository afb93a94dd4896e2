using System.Text.Json;
using System.Text.Json.Serialization;
using StreamJsonRpc.Protocol;

namespace AksEgress.Compilation;

// Metadata of all that travels, also of what a refusal may carry.
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SnapshotMetadata))]
[JsonSerializable(typeof(VersionResponse))]
[JsonSerializable(typeof(CompileResponse))]
[JsonSerializable(typeof(SnapshotResponse))]
[JsonSerializable(typeof(FormatResponse))]
[JsonSerializable(typeof(ParameterOverrides))]
[JsonSerializable(typeof(CompileParamsResponse))]
[JsonSerializable(typeof(FileReferencesResponse))]
[JsonSerializable(typeof(DeploymentGraphResponse))]
[JsonSerializable(typeof(CommonErrorData))]
internal sealed partial class BicepProtocolJson : JsonSerializerContext;

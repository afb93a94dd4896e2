using System.Text.Json.Serialization;

namespace AksEgress.MSBuild.Host;

/// <summary>Requests and results as files between the build and the process.</summary>
[JsonSerializable(typeof(HostRequest))]
[JsonSerializable(typeof(HostResult))]
internal sealed partial class HostJson : JsonSerializerContext;

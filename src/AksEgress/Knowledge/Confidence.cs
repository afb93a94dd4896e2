using System.Text.Json.Serialization;

namespace AksEgress.Knowledge;

/// <summary>How sure a fact about Azure is, and so how hard a diagnostic that rests on it may be.</summary>
[JsonConverter(typeof(NamedEnumConverter<Confidence>))]
internal enum Confidence
{
    /// <summary>An inference, or one weak source: an information at most.</summary>
    [JsonStringEnumMemberName("L")]
    Low,

    /// <summary>A primary source that is old, or a secondary one: a warning at most.</summary>
    [JsonStringEnumMemberName("M")]
    Medium,

    /// <summary>A current primary source, read in full: may be an error.</summary>
    [JsonStringEnumMemberName("H")]
    High,
}

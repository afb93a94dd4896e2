using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AksEgress.Knowledge;

internal static class KnowledgeFile
{
    /// <summary>Reads a data file that is embedded beside this class.</summary>
    /// <exception cref="JsonException">The file is not of the form that <paramref name="type"/> describes.</exception>
    /// <exception cref="InvalidOperationException">The file is not embedded, or says <c>null</c>.</exception>
    internal static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        using var stream = typeof(KnowledgeFile).Assembly.GetManifestResourceStream(typeof(KnowledgeFile), file);
        return (stream is null ? default : JsonSerializer.Deserialize(stream, type))
            ?? throw new InvalidOperationException($"The embedded file {file} is missing or empty.");
    }
}

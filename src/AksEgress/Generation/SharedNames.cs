using AksEgress.Diagnostics;

namespace AksEgress.Generation;

/// <summary>Finds topologies of one name among the documents of a run.</summary>
internal sealed class SharedNames
{
    // Some file systems do not tell cases apart.
    private readonly Dictionary<string, string> _documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks at the next document.</summary>
    /// <param name="document">What to call it.</param>
    /// <param name="name">The name of its topology; empty where it has none.</param>
    /// <param name="span">Where the name is said.</param>
    /// <returns>What is wrong when a document before it has the name.</returns>
    public Diagnostic? Find(string document, string name, SourceSpan span) =>
        name.Length == 0 || _documents.TryAdd(name, document) ? null : GenerationDiagnostics.DuplicateName.At(
            span, $"'{_documents[name]}' describes a topology named '{name}' already, and both would write to the folder of that name. Name one of them differently.");
}

namespace AksEgress.Parsing;

/// <summary>An environment of a document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Where that is said.</param>
/// <param name="Values">What it gives: names with scalars and lists of scalars.</param>
/// <param name="IsReadable">Whether all of it could be read.</param>
internal sealed record DocumentEnvironment(string Name, YamlScalar Key, IReadOnlyDictionary<string, YamlEntry> Values, bool IsReadable);

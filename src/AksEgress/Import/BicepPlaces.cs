using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>A declaration of a resource in a Bicep file.</summary>
/// <param name="Type">The type with its namespace.</param>
/// <param name="Text">The declaration.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BicepDeclaration(string Type, string Text, SourceSpan Place);

/// <summary>Finds where a resource was declared, which a prediction does not say: by its type, and, among several, by its name.</summary>
internal sealed class BicepPlaces
{
    private readonly ILookup<string, BicepDeclaration> _byType;
    private readonly string _main;

    public BicepPlaces(string main, IEnumerable<BicepDeclaration> declarations)
    {
        _main = main;
        _byType = declarations.ToLookup(declaration => declaration.Type, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The place; the whole main file where it is not clear.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="symbol">What the file calls it, where that is known.</param>
    public SourceSpan Find(string type, string name, string? symbol = null)
    {
        var candidates = _byType[type].ToList();
        if (symbol is not null && candidates.FindAll(candidate => candidate.Text.Contains($"resource {symbol} ", StringComparison.Ordinal)) is [var declared])
        {
            return declared.Place;
        }

        if (candidates.Count > 1)
        {
            var quoted = $"'{name[(name.LastIndexOf('/') + 1)..]}'";
            var named = candidates.FindAll(candidate => candidate.Text.Contains(quoted, StringComparison.Ordinal));
            candidates = named.Count == 1 ? named : [];
        }

        return candidates.Count == 1 ? candidates[0].Place : SourceSpan.WholeFile(_main);
    }
}

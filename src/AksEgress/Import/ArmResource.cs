using System.Text.Json;
using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>A resource as a template, an engine or <c>az</c> describes it.</summary>
/// <param name="Document">Where it is described.</param>
/// <param name="Element">The description.</param>
/// <param name="Id">The resource's id; where the description has none, one that is made of type and name.</param>
/// <param name="Type">The type with its namespace, as it was spelled.</param>
/// <param name="Name">The names, one for each part of the type.</param>
/// <param name="Scope">What the resource is in or on.</param>
internal sealed record ArmResource(ArmDocument Document, JsonElement Element, string Id, string Type, string Name, string Scope)
{
    private SourceSpan? _place;

    /// <summary>The last of the names: the resource's own.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>Where it stands.</summary>
    public SourceSpan Place => _place ??= Document.IsPredicted ? Document.PlaceOfResource(Type, Name) : Document.SpanOf(Element);
}

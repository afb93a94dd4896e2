namespace AksEgress.Rendering;

/// <summary>A sentence with names and values of the document in it, as opposed to such a value alone: languages may set the two differently.</summary>
/// <param name="Text">The sentence, not escaped.</param>
internal sealed record Prose(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

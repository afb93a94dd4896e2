namespace AksEgress;

/// <summary>A document, or one environment of it: <c>shop.egress.yaml#prod</c>.</summary>
/// <param name="File">The path of the document.</param>
/// <param name="Environment">The environment; null for the document as it is.</param>
internal sealed record DocumentAddress(string File, string? Environment)
{
    private const char Mark = '#';

    /// <summary>What a path means; a file that is called so comes first.</summary>
    public static DocumentAddress Parse(string path) => path.LastIndexOf(Mark) is > 0 and var mark && !Path.Exists(path) ? new(path[..mark], path[(mark + 1)..]) : new(path, null);

    /// <inheritdoc/>
    public override string ToString() => Environment is null ? File : File + Mark + Environment;
}

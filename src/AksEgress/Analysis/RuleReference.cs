namespace AksEgress.Analysis;

/// <summary>A rule of the firewall's policy by its names.</summary>
/// <param name="Group">The rule collection group.</param>
/// <param name="Collection">The rule collection.</param>
/// <param name="Name">The rule.</param>
public sealed record RuleReference(string Group, string Collection, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Group}/{Collection}/{Name}";
}

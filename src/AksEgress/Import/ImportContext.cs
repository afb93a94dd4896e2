using System.Buffers;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>What all readers of an import share.</summary>
/// <param name="resources">The resources.</param>
/// <param name="findings">Takes what is found.</param>
/// <param name="placeholders">Texts that stand for parameters without a value, with the parameters' names.</param>
internal sealed class ImportContext(ResourceSet resources, ImportFindings findings, IReadOnlyDictionary<string, string> placeholders)
{
    private readonly SearchValues<string> _placeholders = SearchValues.Create([.. placeholders.Keys], StringComparison.Ordinal);

    /// <summary>The resources.</summary>
    public ResourceSet Resources => resources;

    /// <summary>What the template makes sure that the firewall's private address is, or what the firewall itself says.</summary>
    public Ipv4Address? FirewallAddress { get; set; }

    /// <summary>The parameter that a text is made of although it has no value, or null.</summary>
    public string? PlaceholderIn(string text) =>
        text.AsSpan().ContainsAny(_placeholders) ? placeholders.First(placeholder => text.Contains(placeholder.Key, StringComparison.Ordinal)).Value : null;

    /// <summary>Reports a finding; the same at the same place once.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan place, string message) => findings.Report(descriptor, place, message);

    /// <summary>True when a text is an expression for a property of a resource.</summary>
    public static bool IsLink(RuntimeValue? value, string? id, string property) =>
        value is RuntimeValue.Link { Suffix: "" } link && string.Equals(link.Id, id, StringComparison.OrdinalIgnoreCase) && link.Path.EndsWith(property, StringComparison.OrdinalIgnoreCase);
}

using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>What all readers of an import share.</summary>
/// <param name="resources">The resources.</param>
/// <param name="diagnostics">Takes what is found.</param>
/// <param name="placeholders">Texts that stand for parameters without a value, with the parameters' names.</param>
internal sealed class ImportContext(ResourceSet resources, DiagnosticBag diagnostics, IReadOnlyDictionary<string, string> placeholders)
{
    private readonly HashSet<(SourceSpan, string)> _reported = [];

    /// <summary>The resources.</summary>
    public ResourceSet Resources => resources;

    /// <summary>What the template makes sure that the firewall's private address is, or what the firewall itself says.</summary>
    public Ipv4Address? FirewallAddress { get; set; }

    /// <summary>The parameter that a text is made of although it has no value, or null.</summary>
    public string? PlaceholderIn(string text)
    {
        foreach (var (placeholder, parameter) in placeholders)
        {
            if (text.Contains(placeholder, StringComparison.Ordinal))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Reports a finding; the same at the same place once.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan place, string message)
    {
        if (_reported.Add((place, message)))
        {
            diagnostics.Add(descriptor, place, message);
        }
    }

    /// <summary>True when a text is an expression for a property of a resource.</summary>
    public static bool IsLink(RuntimeValue? value, string? id, string property) =>
        value is RuntimeValue.Link link && string.Equals(link.Id, id, StringComparison.OrdinalIgnoreCase) && link.Path.EndsWith(property, StringComparison.OrdinalIgnoreCase);
}

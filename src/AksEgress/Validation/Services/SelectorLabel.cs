using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Labels by the Kubernetes API.</summary>
internal sealed partial class SelectorLabel() : TopologyRule("AKSE2603", Error, "A label's name and value have at most 63 characters of Kubernetes' alphabet")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var names = context.Topology.Services!.Select(service => service.Name).ToHashSet();
        foreach (var label in context.Topology.Services!.SelectMany(service => service.Selector!))
        {
            // A label that is derived from the Service's name is as good as that.
            if (label.Name == "app" && names.Contains(label.Value))
            {
                continue;
            }

            if (!Name().IsMatch(label.Name) || label.Name.LastIndexOf('/') > MaxPrefixLength)
            {
                yield return At(label.At(nameof(Label.Name)), $"'{FreeText.Printable(label.Name)}' cannot name a label: Kubernetes takes up to 63 letters, digits, '-', '_' and '.', from a letter or digit to a letter or digit, with a DNS name and a slash in front if need be.");
            }

            if (!Value().IsMatch(label.Value))
            {
                yield return At(label.At(nameof(Label.Value)), $"'{FreeText.Printable(label.Value)}' cannot be the value of a label: Kubernetes takes up to 63 letters, digits, '-', '_' and '.', from a letter or digit to a letter or digit.");
            }
        }
    }

    private const int MaxPrefixLength = 253;

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}

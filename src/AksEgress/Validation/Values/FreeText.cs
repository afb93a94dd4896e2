using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Descriptions and the values of tags may say anything that can be printed.</summary>
internal sealed class FreeText() : TopologyRule("AKSE2013", Error, "Texts hold no control characters other than tab and line feed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
    [
        .. context.Topology.Tags!.SelectMany(tag => Check(tag, nameof(ResourceTag.Value), tag.Value, "value of tag", tag.Name)),
        .. context.Policy.NetworkRules.SelectMany(rule => Check(rule, nameof(NetworkRule.Description), rule.Description, "description of rule", rule.Name)),
        .. context.Policy.ApplicationRules.SelectMany(rule => Check(rule, nameof(ApplicationRule.Description), rule.Description, "description of rule", rule.Name)),
        .. context.Policy.DnatRules.SelectMany(rule => Check(rule, nameof(DnatRule.Description), rule.Description, "description of rule", rule.Name)),
    ];

    /// <summary>The place of the first character that no output can carry, or -1.</summary>
    internal static int FirstUnprintable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n'))
            {
                return i;
            }

            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsSurrogatePair(text, i))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }

    /// <summary>The text, fit for a message.</summary>
    internal static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));

    private IEnumerable<Diagnostic> Check(Node node, string member, string? text, string what, string name)
    {
        if (text is not null && FirstUnprintable(text) is >= 0 and var index)
        {
            yield return At(node.At(member), $"The {what} '{Printable(name)}' has the character U+{(int)text[index]:X4} at position {index + 1}, which templates and manifests cannot carry. Leave it out; tabs and line feeds are fine.");
        }
    }
}

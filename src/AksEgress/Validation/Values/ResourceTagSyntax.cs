using System.Buffers;
using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Names and values of tags, by Azure Resource Manager.</summary>
internal sealed class ResourceTagSyntax() : TopologyRule("AKSE2017", Error, "A tag's name has 1 to 512 characters without < > % & \\ ? /, its value at most 256")
{
    private const int MaxNameLength = 512;
    private const int MaxValueLength = 256;
    private const int MaxTags = 50;

    private static readonly SearchValues<char> _forbidden = SearchValues.Create(@"<>%&\?/");

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var tags = context.Topology.Tags!;
        if (tags.Count > MaxTags)
        {
            yield return At(context.Topology.At(nameof(EgressTopology.Tags)), $"There are {tags.Count} tags; Azure takes at most {MaxTags} on a resource.");
        }

        foreach (var tag in tags)
        {
            if (tag.Name.Length is 0 or > MaxNameLength || tag.Name.AsSpan().ContainsAny(_forbidden) || FreeText.FirstUnprintable(tag.Name) >= 0 || tag.Name.AsSpan().ContainsAny('\t', '\n'))
            {
                yield return At(tag.At(nameof(ResourceTag.Name)), $"'{FreeText.Printable(tag.Name)}' cannot name a tag: Azure takes 1 to {MaxNameLength} characters without < > % & \\ ? / and control characters.");
            }

            if (tag.Value.Length > MaxValueLength)
            {
                yield return At(tag.At(nameof(ResourceTag.Value)), $"The value of tag '{FreeText.Printable(tag.Name)}' has {tag.Value.Length} characters; Azure takes at most {MaxValueLength}.");
            }
        }
    }
}

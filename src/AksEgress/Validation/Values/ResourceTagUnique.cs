using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Azure does not tell upper from lower case in the names of tags.</summary>
internal sealed class ResourceTagUnique() : TopologyRule("AKSE2018", Error, "The names of tags differ in more than case")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pair in Duplicates.OfNames(context.Topology.Tags!, tag => tag.Name)
        select At(pair.Later.At(nameof(ResourceTag.Name)), $"The tags '{FreeText.Printable(pair.Earlier.Name)}' and '{FreeText.Printable(pair.Later.Name)}' are one and the same to Azure, which does not tell upper from lower case. Remove one.");
}

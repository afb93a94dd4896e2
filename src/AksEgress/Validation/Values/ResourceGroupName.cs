using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>The group that the deployment script deploys to.</summary>
internal sealed class ResourceGroupName() : TopologyRule("AKSE2016", Error, "A resource group's name is 1 to 90 letters, digits, underscores, hyphens, periods and parentheses, and does not end with a period")
{
    private const int MaxLength = 90;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // A derived name is the topology's with a suffix: what is wrong with it is said of that.
        var name = context.Said.ResourceGroup;
        if (name is not null && (name.Length is 0 or > MaxLength || name.EndsWith('.') || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '(' or ')')))
        {
            yield return At(context.Said.At(nameof(EgressTopology.ResourceGroup)), $"'{FreeText.Printable(name)}' cannot name a resource group: Azure takes 1 to {MaxLength} letters, digits, '_', '-', '.', '(' and ')', without a period at the end.");
        }
    }
}

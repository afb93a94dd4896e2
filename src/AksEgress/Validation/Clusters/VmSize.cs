using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>A size as Azure writes it.</summary>
internal sealed partial class VmSize() : TopologyRule("AKSE2409", Error, "A VM size is a name such as Standard_D4ds_v5")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        where !Grammar().IsMatch(pool.VmSize!)
        select At(pool.At(nameof(NodePool.VmSize)), $"'{FreeText.Printable(pool.VmSize!)}' is not the size of a virtual machine. Write letters, digits, '_' and '-', such as Standard_D4ds_v5.");

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}

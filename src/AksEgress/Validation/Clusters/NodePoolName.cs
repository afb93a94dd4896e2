using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation.Values;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Names of pools are short.</summary>
internal sealed class NodePoolName() : TopologyRule("AKSE2401", Error, "A node pool's name is lower-case letters and digits, up to 12 for Linux and 6 for Windows")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        let rule = pool.Os == NodePoolOs.Windows ? AzureResources.Known.WindowsNodePoolName : AzureResources.Known.LinuxNodePoolName
        where !rule.Accepts(pool.Name) && !pool.IsUnreadable(nameof(NodePool.Name)) && !pool.IsUnreadable(nameof(NodePool.Os))
        select At(pool.At(nameof(NodePool.Name)), $"'{FreeText.Printable(pool.Name)}' cannot name a {pool.Os} node pool: AKS takes {rule.MinLength} to {rule.MaxLength} lower-case letters and digits, a letter first.");
}

using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>Burstable machines run out of credit.</summary>
internal sealed class SystemPoolVmSize() : TopologyRule("AKSE2433", Warning, "A node pool with mode System is not of B-series machines")
{
    private static readonly string _burstable = ClusterLimits.Known.BurstableVmSizes.Prefix;

    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from pool in context.Pools
        where pool.Mode == NodePoolMode.System && !pool.IsUnreadable(nameof(NodePool.Mode)) && IsBurstable(pool.VmSize!)
        select At(pool.At(nameof(NodePool.VmSize)), $"Node pool '{pool.Name}' has the mode System and machines of size {pool.VmSize}, which slow down when their credit is used up; AKS does not support the B series for system pools. Write a size such as Standard_D4ds_v5.");

    private static bool IsBurstable(string size) => size.StartsWith(_burstable, StringComparison.OrdinalIgnoreCase) && size.Length > _burstable.Length && char.IsAsciiDigit(size[_burstable.Length]);
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Clusters;

/// <summary>none is for isolated clusters.</summary>
internal sealed class OutboundTypeNone() : TopologyRule("AKSE2439", Warning, "The outbound type none is for clusters that start from a private registry")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Cluster.OutboundType == OutboundType.None)
        {
            yield return At(context.Cluster.At(nameof(Cluster.OutboundType)), $"With the outbound type none, AKS sets up no way out and nodes must start from a private registry (bootstrapProfile with artifactSource Cache), which a topology cannot say: they would look for mcr.microsoft.com in vain (exit code 50, OutboundConnFail). Leave outboundType out to go through the firewall.");
        }
    }
}

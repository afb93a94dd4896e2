using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>A check of the firewall asks for something that the firewall does not let pass.</summary>
internal sealed class CheckDeniedHost() : TopologyRule("AKSE2620", Warning, "The host that the connectivity check expects to be denied is not allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Topology.ConnectivityCheck is { Denied: { } denied } check && !check.IsUnreadable(nameof(ConnectivityCheck.Denied)) && CheckedHost.FindAllowing(context, denied.ToString()) is { } rule)
        {
            yield return At(
                check.At(nameof(ConnectivityCheck.Denied)),
                $"The connectivity check expects that {denied} does not answer, and {rule} allows it: the check would fail. Narrow the rule, or write a host that no rule allows.");
        }
    }
}

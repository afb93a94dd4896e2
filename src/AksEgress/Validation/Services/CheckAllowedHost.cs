using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>The check expects what the rules say.</summary>
internal sealed class CheckAllowedHost() : TopologyRule("AKSE2619", Warning, "The host that the connectivity check expects to answer is allowed")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        if (context.Topology.ConnectivityCheck is { Allowed: { } allowed } check && !check.IsUnreadable(nameof(ConnectivityCheck.Allowed)) && CheckedHost.IsDenied(context, allowed.ToString()))
        {
            var host = allowed.ToString();
            yield return At(
                check.At(nameof(ConnectivityCheck.Allowed)),
                $"The connectivity check expects an answer of {host} over HTTPS, and no rule allows that{CheckedHost.HedgeFor(host)}: the check would fail. Allow the host, or write one that is allowed.") with { Severity = CheckedHost.SeverityFor(host) };
        }
    }
}

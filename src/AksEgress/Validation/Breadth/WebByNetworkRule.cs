using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>Network rules come first, and the first match ends the evaluation.</summary>
internal sealed class WebByNetworkRule() : TopologyRule("AKSE2705", Warning, "A network rule does not open the ports of HTTP and HTTPS so widely that application rules have nothing to say")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            var every = BroadAddresses.FindEveryAddress(rule.Destination!);
            var cloud = NetworkBreadth.FindCloud(rule);
            if (!NetworkBreadth.IsWeb(rule) || (every is not null && NetworkBreadth.IsEveryPort(rule)))
            {
                continue;
            }

            if (every is not null)
            {
                yield return At(rule.At(nameof(NetworkRule.Destination), every.Index), Message(rule, $"every address ({every.Text})", ""));
            }
            else if (cloud >= 0)
            {
                // What the API server needs is why most such rules are written.
                var advice = NetworkBreadth.IsHttps(rule) ? " Pods that call the API server need no such rule when they are annotated with kubernetes.azure.com/set-kube-service-host-fqdn: \"true\": they call it by its name then." : "";
                yield return At(rule.At(nameof(NetworkRule.ServiceTags), cloud), Message(rule, $"{rule.ServiceTags![cloud]}, the addresses of all customers of Azure", advice));
            }
        }
    }

    private static FormattableString Message(NetworkRule rule, string destination, string advice) =>
        $"Network rule '{rule.Name}' allows {string.Join(", ", rule.Ports)} to {destination}: any host there is reached over {string.Join(" and ", Opened(rule))}, whatever application rules say, and threat intelligence does not see its name. Allow hosts by application rules instead.{advice}";

    private static IEnumerable<string> Opened(NetworkRule rule)
    {
        if (NetworkBreadth.IsHttp(rule))
        {
            yield return "HTTP";
        }

        if (NetworkBreadth.IsHttps(rule))
        {
            yield return "HTTPS";
        }

        if (NetworkBreadth.IsQuic(rule))
        {
            yield return "QUIC";
        }
    }
}

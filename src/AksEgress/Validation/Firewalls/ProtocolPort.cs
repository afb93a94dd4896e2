using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>HTTP is matched by the Host header, HTTPS by the server name of the TLS handshake: the firewall must know which of them to read.</summary>
internal sealed class ProtocolPort() : TopologyRule("AKSE2240", Warning, "An application rule does not name HTTP on the port of HTTPS, nor HTTPS on the port of HTTP")
{
    /// <summary>True for a protocol on the other's port.</summary>
    internal static bool IsCrossed(ApplicationProtocol protocol) => protocol.Port == Other(protocol).Port;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var rule in context.Policy.ApplicationRules)
        {
            for (var i = 0; i < rule.Protocols!.Count; i++)
            {
                if (IsCrossed(rule.Protocols[i]))
                {
                    var other = Other(rule.Protocols[i]);
                    yield return At(ApplicationRulePlace.OfProtocol(rule, i), $"Application rule '{rule.Name}' has {rule.Protocols[i]}, where clients speak {(other == ApplicationProtocol.Https ? "HTTPS" : "HTTP")}; the firewall would not find the host and deny it. Did you mean '{other}'?");
                }
            }
        }
    }

    private static ApplicationProtocol Other(ApplicationProtocol protocol) => protocol.Type == ApplicationProtocolType.Http ? ApplicationProtocol.Https : ApplicationProtocol.Http;
}

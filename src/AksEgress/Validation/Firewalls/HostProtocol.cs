using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Some hosts answer HTTP only, most only HTTPS.</summary>
internal sealed class HostProtocol() : TopologyRule("AKSE2237", Warning, "A host is allowed by the protocol that it answers")
{
    private const int MaxListed = 4;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var reached = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            if (rule.Protocols!.Count == 0 || rule.IsUnreadable(nameof(ApplicationRule.Protocols)) || rule.Protocols.Any(ProtocolPort.IsCrossed))
            {
                continue;
            }

            var allowed = rule.Protocols.Select(protocol => protocol.ToString()).ToHashSet();
            for (var i = 0; i < rule.Fqdns!.Count; i++)
            {
                var host = rule.Fqdns[i].ToString();
                if (KnownHosts.Find(host) is not { Application.Count: > 0 } known || known.Application.Any(allowed.Contains))
                {
                    continue;
                }

                // Another rule may allow it as it should be; looked for once a host.
                if (!reached.TryGetValue(host, out var isReached))
                {
                    reached.Add(host, isReached = IsReached(context.Policy, host, known));
                }

                if (!isReached)
                {
                    var protocols = string.Join(", ", known.Application);
                    yield return At(ApplicationRulePlace.OfHost(rule, i), $"{host} answers {protocols}, but application rule '{rule.Name}' allows {string.Join(", ", allowed.Take(MaxListed))}{(allowed.Count > MaxListed ? ", …" : "")}, so the firewall denies what is asked of it. Allow it by {protocols}.");
                }
            }
        }
    }

    private static bool IsReached(PolicyIndex policy, string host, KnownHost known)
    {
        foreach (var rule in policy.AllowedApplicationRules)
        {
            if (Reaches(rule, known) && AllowedHosts.Cover(rule, host))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reaches(ApplicationRule rule, KnownHost known) => rule.Protocols!.Any(protocol => known.Application.Contains(protocol.ToString()));
}

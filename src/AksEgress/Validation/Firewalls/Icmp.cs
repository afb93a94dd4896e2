using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>ICMP in network rules.</summary>
internal static class Icmp
{
    /// <summary>Its index among the rule's protocols, or -1.</summary>
    public static int IndexIn(NetworkRule rule)
    {
        for (var i = 0; i < rule.Protocols.Count; i++)
        {
            if (rule.Protocols[i] == RuleProtocol.Icmp)
            {
                return i;
            }
        }

        return -1;
    }
}

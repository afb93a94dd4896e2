using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Only protocols with ports can be translated.</summary>
internal sealed class DnatProtocol() : TopologyRule("AKSE2220", Error, "The protocols of a DNAT rule are TCP and UDP")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from rule in context.Policy.DnatRules
        from entry in rule.Protocols!.Select((protocol, index) => (Protocol: protocol, Index: index))
        where entry.Protocol is not (RuleProtocol.Tcp or RuleProtocol.Udp)
        select At(rule.At(nameof(DnatRule.Protocols), entry.Index), $"DNAT rule '{rule.Name}' has the protocol {DocumentWord.Of(entry.Protocol)}; Azure translates TCP and UDP only. Write tcp, udp or both.");
}

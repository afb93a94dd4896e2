using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Frontends of a prefix fit into it.</summary>
internal sealed class FrontendCountAbovePrefix() : TopologyRule("AKSE2203", Error, "There are no more frontends than the public IP prefix has addresses")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var frontends = context.Firewall.Frontends!;
        if (frontends.PrefixLength is { } length && FrontendPrefixLength.IsValid(length) && frontends.Count > 1 << (32 - length))
        {
            yield return At(frontends.At(nameof(Frontends.Count)), $"{frontends.Count} frontends do not fit into a prefix of /{length}, which has {1 << (32 - length)} addresses. Leave the count out to use them all.");
        }
    }
}

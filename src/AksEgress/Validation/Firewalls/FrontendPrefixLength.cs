using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Public prefixes come in four sizes.</summary>
internal sealed class FrontendPrefixLength() : TopologyRule("AKSE2202", Error, "A public IP prefix is /28 to /31")
{
    private static readonly int _largest = Limits.Known.LargestPublicIPPrefix.Value;

    /// <summary>True for a length that Azure hands out.</summary>
    internal static bool IsValid(int length) => length >= _largest && length <= 31;

    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var frontends = context.Firewall.Frontends!;
        if (frontends.PrefixLength is { } length && !IsValid(length))
        {
            yield return At(frontends.At(nameof(Frontends.PrefixLength)), $"There is no public IP prefix of /{length}. Azure hands out /{_largest} (16 addresses) to /31 (2 addresses).");
        }
    }
}

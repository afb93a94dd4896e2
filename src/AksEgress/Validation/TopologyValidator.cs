using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Runs all rules over a topology.</summary>
internal static class TopologyValidator
{
    /// <summary>Every finding, by place, then code.</summary>
    /// <param name="resolved">The topology with everything derived.</param>
    public static DiagnosticBag Validate(EgressTopology resolved)
    {
        var context = new ValidationContext(resolved);
        var findings = new DiagnosticBag();
        foreach (var rule in TopologyRules.All)
        {
            findings.AddRange(rule.Check(context));
        }

        return findings.Sorted();
    }
}

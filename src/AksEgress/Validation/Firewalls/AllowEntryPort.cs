using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Application rules take single ports.</summary>
internal sealed class AllowEntryPort() : TopologyRule("AKSE2230", Error, "The port of an allow entry is a single one")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from entry in context.Said.Allow ?? []
        where entry.Port is { IsSingle: false }
        select At(entry.At(nameof(AllowEntry.Port)), $"Hosts are allowed on the ports {entry.Port}, but an application rule takes single ones. Write an entry for each port.");
}

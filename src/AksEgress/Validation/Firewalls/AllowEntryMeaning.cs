using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>A set by its name, or hosts.</summary>
internal sealed class AllowEntryMeaning() : TopologyRule("AKSE2228", Error, "An allow entry is a set or hosts")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        foreach (var entry in context.Said.Allow ?? [])
        {
            var hasHosts = entry.Https is { Count: > 0 } || entry.Http is { Count: > 0 };
            if (entry.Set is { } set && (hasHosts || entry.Name is not null || entry.Port is not null))
            {
                yield return At(entry.Origin.Span, $"The entry names the set '{DocumentWord.Of(set)}' and hosts, a name or a port. Make two entries of it.");
            }
            else if (entry.Set is null && !hasHosts && !entry.IsUnreadable(nameof(AllowEntry.Https)) && !entry.IsUnreadable(nameof(AllowEntry.Http)))
            {
                yield return At(entry.Origin.Span, $"The entry allows nothing. Name a set, or hosts under 'https' or 'http'.");
            }
        }
    }
}

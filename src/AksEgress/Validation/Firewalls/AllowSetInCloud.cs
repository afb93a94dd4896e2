using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Some sets are of some clouds.</summary>
internal sealed class AllowSetInCloud() : TopologyRule("AKSE2229", Warning, "A set that is allowed has hosts in the cloud")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var cloud = context.Topology.Cloud!.Value;
        foreach (var entry in context.Said.Allow ?? [])
        {
            if (entry.Set is { } set && EndpointSets.Find(DocumentWord.Of(set))?.For(cloud).Reason is { } reason && !context.Topology.IsUnreadable(nameof(EgressTopology.Cloud)))
            {
                yield return At(entry.Origin.Span, $"The set '{DocumentWord.Of(set)}' allows nothing in the cloud {DocumentWord.Of(cloud)}: {reason.Text} Leave it out.");
            }
        }
    }
}

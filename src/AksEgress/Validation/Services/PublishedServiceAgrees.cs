using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Services;

/// <summary>Several entries of one service make one Service.</summary>
internal sealed class PublishedServiceAgrees() : TopologyRule("AKSE2612", Error, "The entries of one published service agree")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var first = new Dictionary<(string?, string), (LoadBalancerKind Kind, string? Subnet, ValueList<Label>? Selector)>();
        foreach (var entry in context.Said.Publish ?? [])
        {
            var key = (entry.Namespace, entry.Service);
            var kind = entry.LoadBalancer ?? LoadBalancerKind.Internal;
            if (!first.TryGetValue(key, out var known))
            {
                first.Add(key, (kind, entry.Subnet, entry.Selector));
                continue;
            }

            var member = kind != known.Kind && !entry.IsUnreadable(nameof(PublishedService.LoadBalancer)) ? nameof(PublishedService.LoadBalancer)
                : entry.Subnet is not null && known.Subnet is not null && !string.Equals(entry.Subnet, known.Subnet, StringComparison.OrdinalIgnoreCase) ? nameof(PublishedService.Subnet)
                : entry.Selector is not null && known.Selector is not null && entry.Selector != known.Selector && !entry.Selector.Equals(known.Selector) ? nameof(PublishedService.Selector)
                : null;
            first[key] = (known.Kind, known.Subnet ?? entry.Subnet, known.Selector ?? entry.Selector);
            if (member is not null)
            {
                yield return At(entry.At(member), $"Service '{entry.Service}' is published several times and is one Service, but its entries differ in '{DocumentWord.OfMember(member)}'. Say it once, or the same everywhere.");
            }
        }
    }
}

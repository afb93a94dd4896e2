using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>A place that names a service tag.</summary>
internal readonly record struct ServiceTagUse(ServiceTag Tag, SourceSpan Place, bool IsRoute)
{
    /// <summary>The service tags of all network rules and routes.</summary>
    public static IEnumerable<ServiceTagUse> All(ValidationContext context)
    {
        foreach (var rule in context.Policy.NetworkRules)
        {
            for (var i = 0; i < rule.ServiceTags!.Count; i++)
            {
                yield return new(rule.ServiceTags[i], rule.At(nameof(NetworkRule.ServiceTags), i), IsRoute: false);
            }
        }

        foreach (var route in context.Network.RouteTables!.SelectMany(table => table.Routes!))
        {
            if (route.Prefix.ServiceTag is { } tag)
            {
                yield return new(tag, route.At(nameof(Route.Prefix)), IsRoute: true);
            }
        }
    }
}

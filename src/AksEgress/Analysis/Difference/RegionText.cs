using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>Says in words what two topologies make different.</summary>
internal sealed class RegionText(EgressTopology before, EgressTopology after, RegionFinder finder)
{
    private const int MaxNames = 8;

    private readonly List<(string Name, AddressSet Addresses)> _subnets =
        [.. after.Network.Subnets.Concat(before.Network.Subnets).DistinctBy(subnet => (subnet.Name, subnet.Prefix)).Select(subnet => (subnet.Name, AddressSet.Of([subnet.Prefix])))];

    /// <summary>The statement of a region.</summary>
    public DifferenceStatement Of(Region region)
    {
        var (from, to, service) = (FromText(region.Sources), ToText(region), ServiceClasses.TextOf(region.Services));
        var (was, becomes) = (Seen(region.Change.Before), Seen(region.Change.After));
        var text = region.Change.Kind switch
        {
            DifferenceKind.NewlyAllowed => $"{from} may now reach {to} on {service}",
            DifferenceKind.PossiblyAllowed => $"{from} may now perhaps reach {to} on {service}",
            DifferenceKind.NewlyDenied => $"{from} may no longer reach {to} on {service}",
            DifferenceKind.PossiblyDenied => $"{from} may perhaps no longer reach {to} on {service}",
            DifferenceKind.NewlyUninspected when region.Change.After == Inspection.None => $"{from} reaches {to} on {service} past the firewall now",
            DifferenceKind.NewlyUninspected => $"{from} reaches {to} on {service} {becomes} now, {was} before",
            DifferenceKind.NewlyInspected => $"{from} reaches {to} on {service} {becomes} now, {was} before",
            _ => $"{from} reaches {to} on {service} under other conditions",
        };
        var rules = region.Rules.Select(rule => rule.Reference).Distinct().ToList();
        return new(region.Change.Kind, from, to, service, rules.FirstOrDefault(), rules.Count == 0 ? text : $"{text}, {(rules.Count == 1 ? "rule" : "rules")} {Names([.. rules.Select(rule => rule.ToString())])}");
    }

    /// <summary>Sources that may be anywhere: by the names of subnets where they are in these alone.</summary>
    public string SourcesOf(AddressSet sources) =>
        sources.Equals(AddressSet.All) ? "everybody" : AddressSet.Of(_subnets.SelectMany(subnet => subnet.Addresses.Spans)).Contains(sources) ? FromText(sources) : sources.ToString();

    private static string Seen(Inspection inspection) => inspection switch
    {
        Inspection.Denied => "not at all",
        Inspection.ByHost => "inspected by host",
        Inspection.ByAddress => "inspected by address",
        Inspection.Local => "inside the network",
        _ => "past the firewall",
    };

    private string FromText(AddressSet sources)
    {
        var names = new List<string>();
        var rest = sources;
        foreach (var (name, addresses) in _subnets)
        {
            if (rest.Contains(addresses))
            {
                names.Add(name);
                rest = rest.Except(addresses);
            }
        }

        return string.Join(", ", rest.IsEmpty ? names : [.. names, Short(rest)]);
    }

    private string ToText(Region region)
    {
        var isAnyAddress = region.Addresses.Contains(finder.PublicAddressesOfBoth);
        var addresses = region.Change.Conditions.Length > 0 ? $"addresses of {region.Change.Conditions}" : isAnyAddress ? "" : Short(region.Addresses);
        if (region.IncludesBare)
        {
            return addresses.Length > 0 ? addresses : "every public address";
        }

        return addresses.Length == 0 ? HostText(region) : $"{HostText(region)} at {addresses}";
    }

    private string HostText(Region region)
    {
        // With the class of hosts that nothing names the rest is shorter to say.
        if (region.Hosts.Contains(0))
        {
            var others = Enumerable.Range(1, finder.Hosts.Count - 1).Except(region.Hosts).Select(finder.Hosts.Name).ToList();
            return others.Count == 0 ? "every host" : $"every host but {Names(others)}";
        }

        return Names([.. region.Hosts.Select(finder.Hosts.Name)]);
    }

    private static string Names(List<string> names) =>
        names.Count <= MaxNames ? string.Join(", ", names) : FormattableString.Invariant($"{string.Join(", ", names.Take(MaxNames))} and {names.Count - MaxNames} more");

    private static string Short(AddressSet addresses) =>
        addresses.Spans.Length <= MaxNames ? addresses.ToString() : FormattableString.Invariant($"{AddressSet.Of(addresses.Spans.Take(MaxNames))} and {addresses.Spans.Length - MaxNames} more ranges");
}

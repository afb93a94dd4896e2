using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The topology's own name, which templates do not hold: the one that most of its resources' names would be derived from.</summary>
internal static class TopologyNames
{
    private const int MaxLength = 40;

    /// <summary>The topology with a name.</summary>
    public static EgressTopology Complete(EgressTopology topology)
    {
        var name = Stems(topology).GroupBy(stem => stem, StringComparer.Ordinal).OrderByDescending(stem => stem.Count()).Select(stem => stem.Key).FirstOrDefault() ?? "imported";
        return topology with { Name = name };
    }

    private static IEnumerable<string> Stems(EgressTopology topology) =>
        new[]
        {
            (topology.Cluster?.Name, ""),
            (topology.Firewall?.Name, "-fw"),
            (topology.Firewall?.Policy?.Name, "-fwpolicy"),
            (topology.Firewall?.Frontends?.Name, "-fwpublicip"),
            (topology.Network.Name, "-vnet"),
            (topology.Cluster?.Identity?.Name, "-identity"),
            (topology.Network.RouteTables is [var table, ..] ? table.Name : null, "-fwrt"),
        }
        .Where(name => name.Item1?.EndsWith(name.Item2, StringComparison.Ordinal) == true)
        .Select(name => Allowed(name.Item1![..^name.Item2.Length]))
        .Where(stem => stem.Length > 0)
        .Concat(new[] { topology.Firewall?.Name, topology.Firewall?.Policy?.Name, topology.Network.Name }.OfType<string>().Select(Allowed).Where(stem => stem.Length > 0));

    /// <summary>What a topology may be called: lower-case letters, digits and hyphens.</summary>
    private static string Allowed(string name)
    {
        var text = new string([.. name.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')]).Trim('-');
        return text.Length <= MaxLength ? text : text[..MaxLength].Trim('-');
    }
}

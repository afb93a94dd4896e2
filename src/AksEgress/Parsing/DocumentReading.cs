using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>From what a document says to its topology, or its topologies: the values of each environment are put in, then its included files are read, then the model.</summary>
/// <param name="document">The document.</param>
/// <param name="files">What it may include; null where that is nothing.</param>
internal sealed class DocumentReading(IncludedFile document, IncludedFiles? files)
{
    /// <summary>What the document says in each of its environments, as far as it can be read, and what is wrong; once, without a name, where it has none.</summary>
    public IReadOnlyList<(string? Environment, EgressTopology? Topology, DiagnosticBag Diagnostics)> Read()
    {
        if (document.Root is not { } root)
        {
            return [(null, null, document.Diagnostics)];
        }

        var environments = EnvironmentReader.Read(root, document.Diagnostics);
        if (environments is not { Environments.Count: > 0 })
        {
            var topology = ReadTopology(root, environments, null, document.Diagnostics);
            return [(null, topology, document.Diagnostics.Sorted())];
        }

        var topologies = new List<(string? Environment, EgressTopology? Topology, DiagnosticBag Diagnostics)>();
        foreach (var environment in environments.Environments)
        {
            DiagnosticBag diagnostics = [.. document.Diagnostics];
            topologies.Add((environment.Name, ReadTopology(root, environments, environment, diagnostics), diagnostics));
        }

        // Whoever cannot see all of what uses values does not know that one is unused.
        DiagnosticBag unused = topologies.Exists(topology => topology.Diagnostics.HasErrors) ? []
            : [.. environments.Unused.Select(name => DocumentDiagnostics.UnusedValue.At(name.Span, $"Nothing uses '{name.Text}'. Write '${{{name.Text}}}' where it belongs, or remove it from all environments."))];
        foreach (var topology in topologies)
        {
            topology.Diagnostics.AddRange(unused);
        }

        return [.. topologies.Select(topology => (topology.Environment, topology.Topology, topology.Diagnostics.Sorted()))];
    }

    private EgressTopology ReadTopology(YamlMapping root, DocumentEnvironments? environments, DocumentEnvironment? environment, DiagnosticBag diagnostics)
    {
        var inserter = environments is null ? null : new ValueInserter(environments, environment, diagnostics);
        var suppressions = new List<Suppression>();
        // What stands at the root concerns the whole topology.
        var (topology, include) = TopologyReader.ReadDocument(new((inserter?.Insert(root, document.Size) ?? root) with { Extent = SourceSpan.None }, diagnostics, suppressions));
        var includes = new IncludeReader(files, inserter, diagnostics, suppressions);
        includes.Read(document, include ?? [], topology.Origin);
        topology = includes.Sets.Count == 0 ? topology : topology with
        {
            Allow = [.. includes.Sets.SelectMany(set => set.Allow ?? []), .. topology.Allow ?? []],
            Rules = [.. includes.Sets.SelectMany(set => set.Rules ?? []), .. topology.Rules ?? []],
            Origin = topology.Origin.Unreadable(includes.Sets.SelectMany(set => set.Origin.UnreadableMembers)),
        };
        topology = includes.IsComplete ? topology : topology with { Origin = topology.Origin.Unreadable(nameof(topology.Allow)).Unreadable(nameof(topology.Rules)) };
        return suppressions.Count == 0 ? topology : topology with
        {
            Suppress = [.. suppressions],
            Origin = diagnostics.HasErrors ? topology.Origin.Unreadable(nameof(topology.Suppress)) : topology.Origin,
        };
    }
}

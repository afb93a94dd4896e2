using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>What a document says in an environment.</summary>
/// <param name="Environment">The environment; null where the document has none.</param>
/// <param name="Topology">What could be read; null where that is nothing.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record DocumentInEnvironment(string? Environment, EgressTopology? Topology, DiagnosticBag Diagnostics);

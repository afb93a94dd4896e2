using AksEgress.Diagnostics;
using AksEgress.Parsing;

namespace AksEgress.Tests.Validation;

/// <summary>Everything that is found in a document: by the parser, and by the rules in what could be read.</summary>
internal static class Findings
{
    public static IReadOnlyList<Diagnostic> In(string document, DiagnosticOptions? options = null)
    {
        var parsed = TopologyDocument.Parse(document, "a.egress.yaml");
        return [.. parsed.Diagnostics, .. parsed.Topology is { } topology ? topology.Validate(options) : []];
    }
}

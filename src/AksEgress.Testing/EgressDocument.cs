using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Testing;

/// <summary>Documents of tests.</summary>
public static class EgressDocument
{
    /// <summary>The topology of a document.</summary>
    /// <param name="path">The file. A path that is not whole starts in the folder that the tests run in, where a project copies it.</param>
    /// <exception cref="EgressAssertionException">The document's text has errors; what is wrong with its topology is for <see cref="EgressAssertions.AssertHasNoFindings"/>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EgressTopology Load(string path)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, path));
        var document = TopologyDocument.Parse(file, path);
        return document.Topology
            ?? throw new EgressAssertionException($"'{path}' has errors:{string.Concat(document.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => $"\n  {finding}"))}");
    }
}

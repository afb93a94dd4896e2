using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Testing;

/// <summary>Documents of tests.</summary>
public static class EgressDocument
{
    /// <summary>The topology of a document, or of one of its environments.</summary>
    /// <param name="path">
    /// The file, or <c>shop.egress.yaml#prod</c>. A path that is not whole starts in the folder that the tests run in, where a project copies it with what it includes.
    /// </param>
    /// <exception cref="EgressAssertionException">
    /// The document's text has errors or warnings, which its <c>severity</c> may change, or it has environments and the path names none; what is wrong with its topology is for <see cref="EgressAssertions.AssertHasNoFindings"/>.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EgressTopology Load(string path)
    {
        var document = Read(path);
        return document.Topology
            ?? throw new EgressAssertionException($"'{path}' has environments. Name one: {string.Join(", ", document.Environments.Select(environment => $"'{path}#{environment}'"))}.");
    }

    /// <summary>The topologies of a document, one for each of its environments; one where it has none.</summary>
    /// <inheritdoc cref="Load"/>
    public static IReadOnlyList<EgressTopology> LoadAll(string path) => [.. Read(path).Variants.Select(variant => variant.Topology!)];

    private static TopologyDocument Read(string path)
    {
        var document = DocumentAddress.Parse(Path.Combine(AppContext.BaseDirectory, path)).Read();
        var findings = document.ValidateText().Where(finding => finding.Severity >= DiagnosticSeverity.Warning).ToList();
        return findings.Count == 0 ? document : throw new EgressAssertionException($"'{path}' has findings:{string.Concat(findings.Select(finding => $"\n  {finding}"))}");
    }
}

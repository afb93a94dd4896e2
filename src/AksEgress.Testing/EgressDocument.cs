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
    /// The document's text has errors, or it has environments and the path names none; what is wrong with its topology is for <see cref="EgressAssertions.AssertHasNoFindings"/>.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EgressTopology Load(string path)
    {
        var address = DocumentAddress.Parse(Path.Combine(AppContext.BaseDirectory, path));
        using var file = File.OpenRead(address.File);
        var document = TopologyDocument.Parse(file, address.File, SourceFile.Beside(address.File));
        document = address.Environment is null ? document : document.In(address.Environment);
        return document.Topology ?? throw new EgressAssertionException(document.Diagnostics.HasErrors
            ? $"'{path}' has errors:{string.Concat(document.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => $"\n  {finding}"))}"
            : $"'{path}' has environments. Name one: {string.Join(", ", document.Environments.Select(environment => $"'{path}#{environment}'"))}.");
    }
}

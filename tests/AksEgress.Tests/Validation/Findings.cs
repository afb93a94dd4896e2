using AksEgress.Diagnostics;
using AksEgress.Parsing;

namespace AksEgress.Tests.Validation;

/// <summary>Everything that is found in a document: by the parser, and by the rules in what could be read.</summary>
internal static class Findings
{
    /// <summary>The file that documents may include.</summary>
    private const string Included = "shared/partners.rules.yaml";

    public static IReadOnlyList<Diagnostic> In(string document, DiagnosticOptions? options = null) => [.. TopologyDocument.Parse(document, "a.egress.yaml", Open).Validate(options)];

    /// <summary>The codes of the findings, divided by spaces.</summary>
    public static string Codes(string document) => string.Join(' ', In(document).Select(finding => finding.Code));

    private static Stream Open(string path) => path == Included ? new MemoryStream("allow: [{ https: [api.partner.contoso.com] }]"u8.ToArray()) : throw new FileNotFoundException();
}

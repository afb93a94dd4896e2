using System.Text.RegularExpressions;
using AksEgress.Diagnostics;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

public sealed class DiagnosticCatalogTests
{
    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        var codes = DiagnosticCatalog.All.Select(descriptor => descriptor.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^AKSE[0-9]{4}$", code));
    }

    [Fact]
    public void Every_code_in_the_sources_is_listed()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "AksEgress"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"(AKSE[0-9]{4})\"").Select(match => match.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(written, DiagnosticCatalog.All.Select(descriptor => descriptor.Code));
    }

    [Fact]
    public void Titles_are_unique_and_say_the_rule_without_a_full_stop()
    {
        Assert.Equal(DiagnosticCatalog.All.Count, DiagnosticCatalog.All.Select(descriptor => descriptor.Title).Distinct().Count());
        Assert.All(DiagnosticCatalog.All, descriptor => Assert.False(descriptor.Title.EndsWith('.')));
    }

    [Fact]
    public void Findings_are_printed_as_compilers_do()
    {
        var finding = AksEgress.Parsing.DocumentDiagnostics.Syntax.At(new SourceSpan("a.egress.yaml", 3, 5, 3, 9), "No.");

        Assert.Equal("a.egress.yaml(3,5,3,9): error AKSE1001: No.", finding.ToString());
    }
}

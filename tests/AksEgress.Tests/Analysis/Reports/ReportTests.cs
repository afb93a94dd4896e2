using System.Text;
using System.Text.Json;
using AksEgress.Analysis;
using AksEgress.Tests.Analysis.Coverage;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Analysis.Reports;

/// <summary>The reports on Microsoft's article as people and scripts get them, whole.</summary>
public sealed class ReportTests
{
    private static readonly string _folder = Repository.PathOf("tests", "AksEgress.Tests", "Analysis", "Reports");

    private static readonly CoverageReport _coverage = CoverageDocument.Read(CoverageDocument.Article).Analyze().Coverage(new() { Images = CoverageDocument.StoreDemo.Images });

    // One of each kind, and one that hangs on what is documented of a tag.
    private static readonly ShadowReport _shadows = CoverageDocument.Read(CoverageDocument.Article + """

          - collection: networks
            kind: network
            priority: 300
            rules:
              - { name: one, protocols: [tcp], destination: [20.1.0.0/16], ports: [22] }
              - { name: all, protocols: [tcp], destination: [20.0.0.0/8], ports: [22] }
          - collection: no
            kind: network
            action: deny
            priority: 250
            rules:
              - { name: few, protocols: [tcp], destination: [20.2.0.0/24], ports: [22] }
          - collection: hosts
            kind: application
            priority: 300
            rules:
              - { name: tag, fqdnTags: [AzureKubernetesService] }
              - { name: registry, fqdns: [mcr.microsoft.com] }
        """).Analyze().FindShadowedRules();

    private static readonly CapacityReport _capacity = CoverageDocument.Read(CoverageDocument.Article).Capacity();

    [Fact]
    public void Coverage_as_text() => Snapshot.Match(Text(_coverage.WriteText), _folder, "coverage.txt");

    [Fact]
    public void Coverage_as_json() => Snapshot.Match(Json(_coverage.WriteJson), _folder, "coverage.json");

    [Fact]
    public void Capacity_as_text() => Snapshot.Match(Text(_capacity.WriteText), _folder, "capacity.txt");

    [Fact]
    public void Capacity_as_json() => Snapshot.Match(Json(_capacity.WriteJson), _folder, "capacity.json");

    [Fact]
    public void Shadows_as_text() => Snapshot.Match(Text(_shadows.WriteText), _folder, "shadows.txt");

    [Fact]
    public void Shadows_as_json() => Snapshot.Match(Json(_shadows.WriteJson), _folder, "shadows.json");

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

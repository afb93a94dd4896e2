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

    private static readonly CapacityReport _capacity = CoverageDocument.Read(CoverageDocument.Article).Capacity();

    [Fact]
    public void Coverage_as_text() => Snapshot.Match(Text(_coverage.WriteText), _folder, "coverage.txt");

    [Fact]
    public void Coverage_as_json() => Snapshot.Match(Json(_coverage.WriteJson), _folder, "coverage.json");

    [Fact]
    public void Capacity_as_text() => Snapshot.Match(Text(_capacity.WriteText), _folder, "capacity.txt");

    [Fact]
    public void Capacity_as_json() => Snapshot.Match(Json(_capacity.WriteJson), _folder, "capacity.json");

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

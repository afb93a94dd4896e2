using System.Collections;
using AksEgress.Diagnostics;
using AksEgress.MSBuild.Host;
using AksEgress.Rendering;

namespace AksEgress.Tests.Generation;

/// <summary>Nothing is lost on the way to the process that runs the code of a build, and on the way back.</summary>
public sealed class HostFormatTests
{
    private static readonly Diagnostic _finding = new(new("AKSE9999", DiagnosticSeverity.Warning, "A title"), new("file", 1, 2, 3, 4), "A message")
    {
        Severity = DiagnosticSeverity.Error,
        Replacement = "other",
        Justification = "because",
    };

    [Fact]
    public void A_request_arrives_whole()
    {
        var request = new HostRequest(
            "code.dll",
            ["a", "b"],
            new()
            {
                OutputDirectory = "output",
                StagingDirectory = "staging",
                TemplatesDirectory = "templates",
                ArmCompilation = ArmCompilation.Never,
                BicepPath = "bicep",
                Diagnostics = new()
                {
                    Severity = new Dictionary<string, DiagnosticSeverity> { ["AKSE2001"] = DiagnosticSeverity.Info },
                    Today = new DateOnly(2027, 1, 31),
                    Problems = [_finding],
                },
            },
            ["AKSE2002"]);
        using var stream = new MemoryStream();
        request.Write(stream);
        stream.Position = 0;

        AssertWhole(request, HostRequest.Read(stream), "request");
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_result_arrives_whole()
    {
        var result = new HostResult([new("path", "relative", OutputKind.Report, "topology", "document")], [_finding], ["read"], ["stack"]);
        var stream = new MemoryStream();
        result.Write(stream);

        AssertWhole(result, HostResult.Read(new MemoryStream(stream.ToArray())), "result");
    }

    /// <summary>Every value that can be set is set here to other than its default, so that one that is added and not sent is missed.</summary>
    private static void AssertWhole(object? sent, object? received, string place)
    {
        if (sent is not (null or string or IEnumerable) && sent.GetType().Namespace!.StartsWith("AksEgress", StringComparison.Ordinal) && !sent.GetType().IsEnum)
        {
            foreach (var property in sent.GetType().GetProperties().Where(property => property.CanWrite && property.PropertyType != typeof(Func<string, bool>)))
            {
                AssertWhole(property.GetValue(sent), property.GetValue(received), $"{place}.{property.Name}");
            }
        }
        else if (sent is IEnumerable many and not string)
        {
            var (all, others) = (many.Cast<object>().ToList(), ((IEnumerable)received!).Cast<object>().ToList());
            Assert.NotEmpty(all);
            Assert.Equal(all.Count, others.Count);
            foreach (var (one, other) in all.Zip(others))
            {
                AssertWhole(one, other, place + "[]");
            }
        }
        else
        {
            Assert.False(sent is null || (sent.GetType().IsValueType && sent.Equals(Activator.CreateInstance(sent.GetType()))), $"{place} has its default.");
            Assert.True(sent.Equals(received), $"{place} arrives as '{received}'.");
        }
    }
}

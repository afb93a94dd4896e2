using AksEgress.Model;
using AksEgress.Parsing;
using Xunit;

namespace AksEgress.Tests.Infrastructure;

/// <summary>Documents that each show one shape of a topology: <c>Cases/*/*.egress.yaml</c>, and the sample, which is the case <c>walkthrough</c>.</summary>
internal static class Case
{
    private static readonly Dictionary<string, string> _files = Find();

    public static TheoryData<string> Names { get; } = [.. _files.Keys.Order(StringComparer.Ordinal)];

    public static string FolderOf(string name) => Repository.PathOf("tests", "AksEgress.Tests", "Cases", name);

    public static string FileOf(string name) => _files[name];

    /// <summary>The topology as its document says it, not resolved.</summary>
    public static EgressTopology Read(string name)
    {
        var document = TopologyDocument.Parse(File.ReadAllBytes(FileOf(name)), name);
        Assert.Empty(document.Diagnostics);
        return document.Topology!;
    }

    private static Dictionary<string, string> Find()
    {
        var files = Directory.EnumerateFiles(FolderOf(""), "*.egress.yaml", SearchOption.AllDirectories).ToDictionary(NameOf);
        files.Add("walkthrough", Repository.PathOf("samples", "Walkthrough", "walkthrough.egress.yaml"));
        return files;
    }

    private static string NameOf(string file)
    {
        var name = Path.GetFileName(file)[..^".egress.yaml".Length];
        return name == "input" ? Path.GetFileName(Path.GetDirectoryName(file)!) : name;
    }
}

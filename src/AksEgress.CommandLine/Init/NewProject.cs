using System.Reflection;
using AksEgress.Parsing;

namespace AksEgress.CommandLine.Init;

/// <summary>The files of something new. Those of projects are what <c>dotnet new</c> makes of the same templates, with the answers in them.</summary>
/// <param name="Topology">The file that says the topology.</param>
/// <param name="Files">All files, by their paths with slashes.</param>
internal sealed record NewProject(string Topology, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The document alone, with the schema for editors.</summary>
    public const string Document = "document";

    /// <summary>A project with the document.</summary>
    public const string Yaml = "yaml";

    /// <summary>A project with the topology in C#.</summary>
    public const string CSharp = "csharp";

    private const string Root = "new/";

    /// <summary>The kinds, the usual one first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Document, Yaml, CSharp];

    /// <summary>What is written for a topology.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="topology">The topology.</param>
    public static NewProject Of(string kind, NewTopology topology)
    {
        if (kind == Document)
        {
            return new(topology.FileName, new Dictionary<string, string> { [topology.FileName] = topology.ToDocument(), [NewTopology.SchemaFile] = Schema() });
        }

        string[] folders = [$"{Root}{kind}/", Root + "common/"];
        var files =
            from folder in folders
            from name in typeof(NewProject).Assembly.GetManifestResourceNames()
            where name.StartsWith(folder, StringComparison.Ordinal)
            select (Path: topology.Fill(name[folder.Length..]), Text: topology.Fill(Read(name)));
        (string Path, string Text)[] schema = kind == Yaml ? [($"src/{NewTopology.SchemaFile}", Schema())] : [];
        return new(kind == CSharp ? "src/Topologies.cs" : $"src/{topology.FileName}", files.Concat(schema).OrderBy(file => file.Path, StringComparer.Ordinal).ToDictionary(file => file.Path, file => file.Text));
    }

    /// <summary>A file of the templates as it stands.</summary>
    /// <param name="path">Its path with slashes: <c>yaml/src/topology-name.egress.yaml</c>.</param>
    public static string ReadTemplate(string path) => Read(Root + path);

    /// <summary>The version whose packages a project takes: that of the command.</summary>
    public static string Version { get; } = typeof(NewProject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Schema()
    {
        using var reader = new StreamReader(TopologyDocument.OpenSchema());
        return reader.ReadToEnd();
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(NewProject).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

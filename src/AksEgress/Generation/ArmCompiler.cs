using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.Files;
using AksEgress.Rendering;

namespace AksEgress.Generation;

/// <summary>Adds <c>main.json</c> to every staged document: one Bicep CLI for all of them.</summary>
internal sealed class ArmCompiler(GenerationOptions options, TemplateSet templates, DiagnosticBag diagnostics)
{
    private const string Source = "main.bicep";
    private const string Output = "main.json";
    private const string Configuration = "bicepconfig.json";

    private readonly List<string> _dependencies = [];

    /// <summary>Full paths of the files that the compilation depended on.</summary>
    public IReadOnlyList<string> Dependencies => _dependencies;

    /// <summary>Compiles. Findings become diagnostics; without a CLI that is one diagnostic.</summary>
    public async Task CompileAsync(IReadOnlyCollection<StagedDocument> documents, StagingArea staging, CancellationToken cancellationToken)
    {
        if (options.ArmCompilation == ArmCompilation.Never || documents.Count == 0)
        {
            return;
        }

        if (options.BicepPath is not { } path)
        {
            diagnostics.Add(Missing());
            return;
        }

        _dependencies.Add(path);
        WriteConfiguration(staging);
        try
        {
            await using var cli = await BicepCli.StartAsync(path, cancellationToken: cancellationToken);
            foreach (var document in documents)
            {
                var compilation = await cli.CompileAsync(Path.Combine(document.Folder, Source), cancellationToken);
                document.Diagnostics.AddRange(BicepFinding.Map(compilation.Diagnostics, document, templates));
                if (compilation.Template is { } template)
                {
                    document.Add(new(Output, OutputKind.Arm, template + "\n"));
                }
            }
        }
        catch (BicepCliException e)
        {
            diagnostics.Add(GenerationDiagnostics.BicepCliFailed, SourceSpan.None, $"{e.Message} Or generate without ARM templates.");
        }
    }

    private Diagnostic Missing()
    {
        const string advice = "In a project the NuGet package Azure.Bicep.CommandLine.<rid> brings one; anywhere, 'az bicep install' does, or put 'bicep' on the PATH.";
        return options.ArmCompilation == ArmCompilation.Always
            ? GenerationDiagnostics.BicepCliRequired.At(SourceSpan.None, $"ARM templates are wanted, but no Bicep CLI was found. {advice}")
            : GenerationDiagnostics.BicepCliNotFound.At(SourceSpan.None, $"No Bicep CLI was found, so {Output} is not written. {advice}");
    }

    // The nearest bicepconfig.json applies, and what lies above the output folder is none of ours: the same document must give the same
    // bytes and findings everywhere. Who brings templates may bring a configuration with them.
    private void WriteConfiguration(StagingArea staging)
    {
        var own = options.TemplatesDirectory is { } directory ? Path.Combine(directory, Configuration) : null;
        if (own is not null && File.Exists(own))
        {
            _dependencies.Add(own);
            File.WriteAllText(staging.Shared(Configuration), RegularFile.ReadAllText(own));
        }
        else
        {
            File.WriteAllText(staging.Shared(Configuration), "{}");
        }
    }
}

using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Rendering;

namespace AksEgress;

/// <summary>From documents and code to files: all of them or, when anything is wrong anywhere, none.</summary>
public static class TopologyGenerator
{
    /// <summary>The same for documents alone.</summary>
    /// <inheritdoc cref="GenerateAsync(IReadOnlyList{string}, IReadOnlyList{MemberTopologies}, GenerationOptions, CancellationToken)"/>
    public static Task<GenerationResult> GenerateAsync(
        IReadOnlyList<string> documents, GenerationOptions options, CancellationToken cancellationToken = default) => GenerateAsync(documents, [], options, cancellationToken);

    /// <summary>Reads, resolves, validates and renders every document and topology, compiles the Bicep files, and then moves the outputs into place.</summary>
    /// <param name="documents">Full paths of the documents, all environments of which are generated. No topology of theirs is kept in memory once its files are staged.</param>
    /// <param name="members">What members of code gave. A topology that two of them give is taken once; its findings stand at the place of the first.</param>
    /// <param name="options">Where to read and write.</param>
    /// <param name="cancellationToken">Stops the run before it moves anything; once files are moved, it ends.</param>
    /// <returns>The files, or what is wrong. With an error the output folder is as it was before.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; the output folder is as it was before.</exception>
    public static Task<GenerationResult> GenerateAsync(
        IReadOnlyList<string> documents, IReadOnlyList<MemberTopologies> members, GenerationOptions options, CancellationToken cancellationToken = default) =>
        RunAsync([.. documents.Select(document => new DocumentAddress(document, null))], members, options, cancellationToken);

    /// <summary>The same for documents of which some are wanted in one environment alone.</summary>
    internal static async Task<GenerationResult> RunAsync(
        IReadOnlyList<DocumentAddress> documents, IReadOnlyList<MemberTopologies> members, GenerationOptions options, CancellationToken cancellationToken)
    {
        var diagnostics = DiagnosticPolicy.NewBag(options.Diagnostics);
        diagnostics.AddRange(DiagnosticPolicy.Check(options.Diagnostics));
        var templates = options.TemplatesDirectory is { } directory ? TemplateSet.Load(directory, diagnostics) : TemplateSet.Default;
        var compiler = new ArmCompiler(options, templates, diagnostics);
        // An initializer that throws is found again with each member of its class.
        diagnostics.AddRange(members.SelectMany(member => member.Diagnostics).Distinct());
        var files = new List<GeneratedFile>();
        var includedFiles = new HashSet<string>(StringComparer.Ordinal);
        using var staging = new StagingArea(options.StagingDirectory);
        try
        {
            staging.Clear();
            var staged = await StageAsync(documents, CodeTopology.Of(members), options, templates, staging, cancellationToken);
            // A cancelled template is no error of its own.
            cancellationToken.ThrowIfCancellationRequested();
            includedFiles.UnionWith(staged.SelectMany(document => document.IncludedFiles));
            var names = new SharedNames();
            foreach (var document in staged)
            {
                document.Diagnostics.AddRange(names.Find(document.Address.ToString(), document.Name, document.NameSpan) is { } shared ? [shared] : []);
            }

            if (!diagnostics.HasErrors && !staged.Any(document => document.Diagnostics.HasErrors))
            {
                await compiler.CompileAsync(staged, staging, cancellationToken);
            }

            diagnostics.AddRange(IncludedFindings.Once(staged.GroupBy(document => document.Document).Select(document => (document.First().Place.File, StagedDocument.Findings([.. document]).All))));

            if (!diagnostics.HasErrors)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var document in staged)
                {
                    document.PrepareMove(options.OutputDirectory);
                }

                files.AddRange(staged.SelectMany(document => document.MoveTo(options.OutputDirectory)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.Clear();
            diagnostics.Add(GenerationDiagnostics.UnwritableOutput, SourceSpan.None, $"{e.Message} Nothing else may use this path, and it must be writable.");
        }

        return new(files, diagnostics, [.. templates.Files, .. compiler.Dependencies, .. includedFiles]);
    }

    private static async Task<StagedDocument[]> StageAsync(
        IReadOnlyList<DocumentAddress> documents, IReadOnlyList<CodeTopology> code, GenerationOptions options, TemplateSet templates, StagingArea staging, CancellationToken cancellationToken)
    {
        var staged = new IReadOnlyList<StagedDocument>[documents.Count + code.Count];
        await Parallel.ForAsync(0, staged.Length, cancellationToken, (index, token) =>
        {
            staged[index] = index < documents.Count
                ? StagedDocument.Create(documents[index], options, templates, staging.Folder(index), token)
                : [StagedDocument.Create(code[index - documents.Count], options, templates, staging.Folder(index), token)];
            return ValueTask.CompletedTask;
        });
        return [.. staged.SelectMany(document => document)];
    }
}

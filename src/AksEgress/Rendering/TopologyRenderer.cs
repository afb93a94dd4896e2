using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Rendering.Views;
using Scriban.Syntax;

namespace AksEgress.Rendering;

/// <summary>Turns a resolved, valid topology into files.</summary>
public static class TopologyRenderer
{
    private static readonly BicepWriter _bicep = new();
    private static readonly YamlWriter _yaml = new();
    private static readonly ShellWriter _shell = new();

    /// <summary>Renders every file of a topology, Bicep first.</summary>
    /// <param name="topology">Resolved and without errors.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="diagnostics">Takes what is wrong with the user's own templates.</param>
    /// <param name="cancellationToken">Ends the rendering between two statements of a template.</param>
    /// <returns>The files; those whose template failed are missing.</returns>
    /// <exception cref="OperationCanceledException">The rendering was ended.</exception>
    public static ValueList<RenderedFile> Render(
        EgressTopology topology, TemplateSet templates, DiagnosticBag diagnostics, CancellationToken cancellationToken = default)
    {
        var files = new List<RenderedFile>();
        foreach (var file in BicepView.Files(topology).Concat(KubernetesView.Files(topology)).Append(ScriptView.File(topology)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                files.Add(new(file.Path, file.Kind, EncodingContext.Render(templates[file.Template], WriterOf(file.Kind), file.Model, cancellationToken)));
            }
            catch (ScriptAbortException exception)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }
            catch (ScriptRuntimeException exception)
            {
                var span = exception.Span;
                diagnostics.Add(
                    RenderingDiagnostics.Failed,
                    new(span.FileName, span.Start.Line + 1, span.Start.Column + 1, span.End.Line + 1, span.End.Column + 2),
                    $"The template fails for {topology.Name}: {exception.OriginalMessage}");
            }
        }

        return files.ToValueList();
    }

    private static IValueWriter WriterOf(OutputKind kind) => kind switch
    {
        OutputKind.Kubernetes => _yaml,
        OutputKind.Script => _shell,
        _ => _bicep,
    };
}

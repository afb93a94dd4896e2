using AksEgress.Diagnostics;
using AksEgress.Model;
using Scriban.Syntax;

namespace AksEgress.Rendering;

/// <summary>Turns templates and their values into files.</summary>
internal static class TemplateRunner
{
    private const string MarkdownExtension = ".md";

    private static readonly BicepWriter _bicep = new();
    private static readonly YamlWriter _yaml = new();
    private static readonly ShellWriter _shell = new();
    private static readonly HtmlWriter _html = new();
    private static readonly MarkdownWriter _markdown = new();

    /// <summary>Renders files.</summary>
    /// <param name="files">The files to be.</param>
    /// <param name="subject">The name of the topology, for messages.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="diagnostics">Takes what is wrong with the user's own templates.</param>
    /// <param name="cancellationToken">Ends the rendering between two statements of a template.</param>
    /// <returns>The files; those whose template failed are missing.</returns>
    /// <exception cref="OperationCanceledException">The rendering was ended.</exception>
    public static ValueList<RenderedFile> Run(IEnumerable<TemplateFile> files, string subject, TemplateSet templates, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var rendered = new List<RenderedFile>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                rendered.Add(new(file.Path, file.Kind, EncodingContext.Render(templates[file.Template], WriterOf(file), file.Model, cancellationToken)));
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
                    $"The template fails for {subject}: {exception.OriginalMessage}");
            }
        }

        return rendered.ToValueList();
    }

    private static IValueWriter WriterOf(TemplateFile file) => file.Kind switch
    {
        OutputKind.Kubernetes => _yaml,
        OutputKind.Script => _shell,
        OutputKind.Report when file.Path.EndsWith(MarkdownExtension, StringComparison.Ordinal) => _markdown,
        OutputKind.Report => _html,
        _ => _bicep,
    };
}

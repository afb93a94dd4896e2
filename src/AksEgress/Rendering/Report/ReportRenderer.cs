using AksEgress.Analysis;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Rendering.Report;

/// <summary>Turns a topology and what is known about it into a report.</summary>
public static class ReportRenderer
{
    private const string Difference = "difference.md";

    /// <summary>Renders the page <c>report.html</c> and the Markdown <c>report.md</c>.</summary>
    /// <param name="topology">Resolved and without errors.</param>
    /// <param name="findings">What was found in it.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="diagnostics">Takes what is wrong with the user's own templates.</param>
    /// <param name="cancellationToken">Ends the rendering between two statements of a template.</param>
    /// <returns>The files; those whose template failed are missing.</returns>
    /// <exception cref="OperationCanceledException">The rendering was ended.</exception>
    public static ValueList<RenderedFile> Render(
        EgressTopology topology, DiagnosticBag findings, TemplateSet templates, DiagnosticBag diagnostics, CancellationToken cancellationToken = default) =>
        TemplateRunner.Run(ReportView.Files(new(topology, new(topology, serviceTags: null), findings)), topology.Name, templates, diagnostics, cancellationToken);

    /// <summary>Renders what a change opens and closes as Markdown.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="topology">The name of the topology.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="diagnostics">Takes what is wrong with the user's own templates.</param>
    /// <returns>The file, or none where its template failed.</returns>
    public static ValueList<RenderedFile> Render(TopologyDifference difference, string topology, TemplateSet templates, DiagnosticBag diagnostics) =>
        TemplateRunner.Run([new(Difference, OutputKind.Report, "report/difference.md", DifferenceView.Model(difference, topology))], topology, templates, diagnostics, CancellationToken.None);
}

using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Rendering.Views;

namespace AksEgress.Rendering;

/// <summary>Turns a resolved, valid topology into files.</summary>
public static class TopologyRenderer
{
    /// <summary>Renders every file of a topology, Bicep first.</summary>
    /// <param name="topology">Resolved and without errors.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="diagnostics">Takes what is wrong with the user's own templates.</param>
    /// <param name="cancellationToken">Ends the rendering between two statements of a template.</param>
    /// <returns>The files; those whose template failed are missing.</returns>
    /// <exception cref="OperationCanceledException">The rendering was ended.</exception>
    public static ValueList<RenderedFile> Render(
        EgressTopology topology, TemplateSet templates, DiagnosticBag diagnostics, CancellationToken cancellationToken = default) =>
        TemplateRunner.Run(BicepView.Files(topology).Concat(KubernetesView.Files(topology)).Append(ScriptView.File(topology)), topology.Name, templates, diagnostics, cancellationToken);
}

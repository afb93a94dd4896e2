using AksEgress.Analysis;
using AksEgress.Analysis.Capacity;
using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Rendering;
using AksEgress.Rendering.Report;
using AksEgress.Resolution;
using AksEgress.Validation;

namespace AksEgress;

/// <summary>The steps from a topology or a document to findings and files.</summary>
public static class EgressTopologyExtensions
{
    /// <summary>The same topology with every default filled in and every short form carried out. Resolving it again changes nothing.</summary>
    public static EgressTopology Resolve(this EgressTopology topology) => Resolver.Resolve(topology);

    /// <summary>Everything that is wrong with a topology, in the order of its places. It need not be resolved.</summary>
    /// <param name="topology">The topology. Its own severities and suppressions apply.</param>
    /// <param name="options">Severities that come before the topology's, and the day for its suppressions. Default: none.</param>
    public static DiagnosticBag Validate(this EgressTopology topology, DiagnosticOptions? options = null) => ValidateResolved(topology.Resolve(), options ?? new());

    /// <summary>Everything that is wrong with a document, in the order of the places: with its text, and with what could be read of it. What is wrong in some environments only names them.</summary>
    /// <param name="document">The document. Its own severities and suppressions apply.</param>
    /// <param name="options">Severities that come before the document's, and the day for its suppressions. Default: none.</param>
    public static DiagnosticBag Validate(this TopologyDocument document, DiagnosticOptions? options = null) =>
        document.Variants is [_]
            ? document.Validate(document.Readable?.Resolve(), options ?? new())
            : EnvironmentFindings.Merge([.. document.Variants.Select(variant => (variant.Environment!, variant.Validate(options)))]);

    /// <summary>What is wrong with options themselves: codes that there are not, errors that are lowered. A run says it once, whatever its documents.</summary>
    public static DiagnosticBag Validate(this DiagnosticOptions options)
    {
        var findings = DiagnosticPolicy.NewBag(options);
        findings.AddRange(DiagnosticPolicy.Check(options));
        return findings;
    }

    /// <summary>The topology's files. It need not be resolved.</summary>
    /// <exception cref="InvalidTopologyException">The topology has errors.</exception>
    public static ValueList<RenderedFile> Render(this EgressTopology topology)
    {
        var resolved = topology.Resolve();
        var diagnostics = ValidateResolved(resolved, new());
        return diagnostics.HasErrors
            ? throw new InvalidTopologyException(diagnostics)
            : TopologyRenderer.Render(resolved, TemplateSet.Default, diagnostics);
    }

    /// <summary>A report for people: the page <c>report.html</c> and the Markdown <c>report.md</c>. The topology need not be resolved.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="options">Severities of its findings that come before the topology's. Default: none.</param>
    /// <exception cref="InvalidTopologyException">The topology has errors.</exception>
    public static ValueList<RenderedFile> RenderReport(this EgressTopology topology, DiagnosticOptions? options = null)
    {
        var resolved = topology.Resolve();
        return RenderReport(resolved, ValidateResolved(resolved, options ?? new()));
    }

    /// <summary>The same of a document: its findings have their places. Its topology is whole where it has no errors.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">Severities of its findings that come before the document's. Default: none.</param>
    /// <exception cref="InvalidTopologyException">The document has errors.</exception>
    /// <exception cref="InvalidOperationException">The document has several environments; <see cref="TopologyDocument.In"/> takes one.</exception>
    public static ValueList<RenderedFile> RenderReport(this TopologyDocument document, DiagnosticOptions? options = null)
    {
        RequireOne(document);
        var resolved = document.Readable?.Resolve();
        return RenderReport(resolved, document.Validate(resolved, options ?? new()));
    }

    /// <summary>The same of any source. What is imported has a report also where its topology has errors: it is there, right or wrong.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">Severities of its findings that come before the topology's. Default: none.</param>
    /// <exception cref="InvalidTopologyException">The source could not be read, or is a document or code with errors.</exception>
    /// <exception cref="InvalidOperationException">The source is a document with several environments; <see cref="TopologySource.In"/> takes one.</exception>
    public static ValueList<RenderedFile> RenderReport(this TopologySource source, DiagnosticOptions? options = null)
    {
        RequireOne(source.Document);
        var findings = source.Validate(options);
        return source.Topology is { } topology && (source.IsImported || !findings.HasErrors) ? ReportRenderer.Render(topology.Resolve(), findings, TemplateSet.Default, findings) : throw new InvalidTopologyException(findings);
    }

    /// <summary>What a change opens and closes, as Markdown for a pull request.</summary>
    /// <param name="difference">The change.</param>
    /// <param name="name">The name of the topology, for the heading.</param>
    public static string RenderMarkdown(this TopologyDifference difference, string name) => ReportRenderer.Render(difference, name, TemplateSet.Default, [])[0].Content;

    /// <summary>Prepares a topology for questions: what can leave, by which rule. It need not be resolved.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static EgressAnalysis Analyze(this EgressTopology topology, ServiceTagPrefixes? serviceTags = null) => new(topology.Resolve(), serviceTags);

    /// <summary>Reckons whether firewall and network are large enough for the cluster. The topology need not be resolved.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="options">What to reckon with. Default: one connection of each pod to the busiest destination.</param>
    /// <exception cref="ArgumentException">The options have a problem; <see cref="CapacityOptions.FindProblem"/> tells.</exception>
    public static CapacityReport Capacity(this EgressTopology topology, CapacityOptions? options = null) => CapacityAnalysis.Report(topology.Resolve(), options ?? new());

    /// <summary>What a change of a topology opens and closes. They need not be resolved.</summary>
    /// <param name="before">How it was.</param>
    /// <param name="after">How it is now.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static TopologyDifference CompareWith(this EgressTopology before, EgressTopology after, ServiceTagPrefixes? serviceTags = null) => new(before.Resolve(), after.Resolve(), serviceTags);

    /// <summary>The findings in a document whose topology is resolved already.</summary>
    internal static DiagnosticBag Validate(this TopologyDocument document, EgressTopology? resolved, DiagnosticOptions options)
    {
        var findings = document.ValidateText(options);
        if (resolved is not null)
        {
            findings.AddRange(ValidateResolved(resolved, options));
        }

        return findings.Sorted();
    }

    /// <summary>The findings in a document's text, with the severities that it gives them itself.</summary>
    internal static DiagnosticBag ValidateText(this TopologyDocument document, DiagnosticOptions? options = null)
    {
        var findings = DiagnosticPolicy.NewBag(options ?? new(), document.Readable);
        findings.AddRange(document.Diagnostics);
        return findings;
    }

    /// <summary>The findings in a topology that is resolved already.</summary>
    internal static DiagnosticBag ValidateResolved(this EgressTopology resolved, DiagnosticOptions options) =>
        DiagnosticPolicy.Apply(resolved, TopologyValidator.Validate(resolved), options);

    private static void RequireOne(TopologyDocument? document)
    {
        if (document?.Variants is [_, _, ..])
        {
            throw new InvalidOperationException("The document has several environments.");
        }
    }

    private static ValueList<RenderedFile> RenderReport(EgressTopology? resolved, DiagnosticBag findings) =>
        resolved is null || findings.HasErrors ? throw new InvalidTopologyException(findings) : ReportRenderer.Render(resolved, findings, TemplateSet.Default, findings);
}

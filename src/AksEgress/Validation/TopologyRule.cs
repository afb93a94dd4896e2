using AksEgress.Diagnostics;

namespace AksEgress.Validation;

/// <summary>
/// One rule of Azure or Kubernetes: one class, one code, one help page. Looks at the resolved topology, passes over what could not be derived, and
/// concludes nothing from what could not be read: the parser has reported that.
/// </summary>
/// <param name="code">The code, for instance <c>AKSE2101</c>.</param>
/// <param name="severity">By how sure the fact behind the rule is.</param>
/// <param name="title">What holds where the rule is kept.</param>
internal abstract class TopologyRule(string code, DiagnosticSeverity severity, string title)
{
    /// <summary>What is the same for all findings of the rule.</summary>
    public DiagnosticDescriptor Descriptor { get; } = new(code, severity, title);

    /// <summary>Every place where the topology breaks the rule.</summary>
    public abstract IEnumerable<Diagnostic> Check(ValidationContext context);

    /// <summary>A finding; what the message quotes is shortened where it is too long.</summary>
    protected Diagnostic At(SourceSpan span, FormattableString message) => Descriptor.At(span, Quotation.Format(message));
}

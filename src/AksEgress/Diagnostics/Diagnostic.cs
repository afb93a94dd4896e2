namespace AksEgress.Diagnostics;

/// <summary>One finding at one place.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">The value, what Azure would do with it, and what to write instead.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceSpan Span, string Message)
{
    /// <summary>The code, for instance <c>AKSE2001</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>The severity. Default: that of its kind.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>The text that, put in place of what stands at <see cref="Span"/>, is probably what was meant. Default: none is known.</summary>
    public string? Replacement { get; init; }

    /// <summary>The reason of the suppression that keeps the finding from being reported. Default: none, it is reported.</summary>
    public string? Justification { get; init; }

    /// <summary>The finding without the environments that its message names.</summary>
    internal Diagnostic Unscoped => Scope is null ? this : this with { Message = Message[..^Scope.Length], Scope = null };

    /// <summary>The end of the message that names environments. Default: none does.</summary>
    internal string? Scope { get; init; }

    /// <summary>The finding as compilers print it, on one line: control characters of what it quotes are spaces here.</summary>
    public override string ToString()
    {
        var place = Span.ToString();
        var message = Message.Any(char.IsControl) ? string.Concat(Message.Select(character => char.IsControl(character) ? ' ' : character)) : Message;
        return $"{place}{(place.Length == 0 ? "" : ": ")}{Severity.ToString().ToLowerInvariant()} {Code}: {message}";
    }

    /// <summary>The finding in a file as a whole, where it has no place of its own.</summary>
    internal Diagnostic In(string file) => Span == SourceSpan.None ? this with { Span = SourceSpan.WholeFile(file) } : this;
}

namespace AksEgress.Diagnostics;

/// <summary>What is the same for every finding of one kind.</summary>
/// <param name="Code"><c>AKSE</c> and four digits. A code never changes its meaning.</param>
/// <param name="Severity">Severity, by how sure the fact behind it is.</param>
/// <param name="Title">The rule in one line, without data of a document.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title)
{
    /// <summary>The help page, relative to the <c>help</c> folder that packages carry: what, why (with the source), a wrong and a right example.</summary>
    public string HelpPage => Code + ".md";

    /// <summary>The text of the help page, in Markdown; null for kinds that the library does not make.</summary>
    public string? ReadHelp()
    {
        using var stream = typeof(DiagnosticDescriptor).Assembly.GetManifestResourceStream("help/" + HelpPage);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A finding of this kind.</summary>
    /// <param name="span">Where; <see cref="SourceSpan.None"/> for topologies written in C#.</param>
    /// <param name="message">The value, what Azure would do with it, and what to write instead.</param>
    public Diagnostic At(SourceSpan span, string message) => new(this, span, message);
}

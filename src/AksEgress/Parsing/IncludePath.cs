using System.Diagnostics.CodeAnalysis;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>A file that another one includes: its path from there, with slashes on every system.</summary>
internal readonly record struct IncludePath(string Path) : IModelValue<IncludePath>
{
    /// <inheritdoc/>
    public static bool TryParse(string text, out IncludePath value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        value = new(text);
        problem = Problem(text) is { } message ? new(DocumentDiagnostics.IncludePath, message) : null;
        return problem is null;
    }

    private static string? Problem(string text) =>
        text.Length == 0 || text.Any(char.IsControl) ? "This is no path. Write the file's path from here: shared/partners.rules.yaml."
        : text.Contains("://", StringComparison.Ordinal) ? $"'{text}' is a URL, and a build reads files only. Put a copy into the repository, and write its path from here."
        : text.Contains('\\', StringComparison.Ordinal) ? $"'{text}' has a backslash, which is a folder on one system and part of a name on another. Write '/'."
        : text[0] is '/' or '~' || (text.Length > 1 && text[1] == ':') ? $"'{text}' is an absolute path, which other machines do not have. Write the path from here: ../shared/partners.rules.yaml."
        : null;
}

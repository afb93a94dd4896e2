using System.Globalization;

namespace AksEgress.Diagnostics;

/// <summary>A stretch of a text file. Lines and columns count from 1; the end column is the one after the last character.</summary>
/// <param name="File">The file as the caller named it; null where there is none (C#, text without a name).</param>
/// <param name="Line">First line; 0 when the place inside the file is not known.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column after the last character.</param>
public readonly record struct SourceSpan(string? File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place: the node was written in C#.</summary>
    public static SourceSpan None => default;

    /// <summary>The whole of a file.</summary>
    public static SourceSpan WholeFile(string? file) => new(file, 0, 0, 0, 0);

    /// <summary>The span as compilers print it: <c>file(line,column,endLine,endColumn)</c>; empty when there is no place.</summary>
    public override string ToString() => (File, Line) switch
    {
        (null, 0) => "",
        (_, 0) => File!,
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column},{EndLine},{EndColumn})"),
    };
}

using Scriban.Runtime;

namespace AksEgress.Rendering;

/// <summary>An output file to be: its template and the values that the template prints.</summary>
/// <param name="Path">Path below the topology's folder.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Template">Name of the template.</param>
/// <param name="Model">The values.</param>
internal sealed record TemplateFile(string Path, OutputKind Kind, string Template, ScriptObject Model);

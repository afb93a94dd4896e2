using AksEgress.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AksEgress.MSBuild;

/// <summary>Writes diagnostics to MSBuild's log, with a link to the help page that the package carries.</summary>
internal sealed class DiagnosticLog(TaskLoggingHelper log, string project, string helpDirectory)
{
    public void Write(Diagnostic diagnostic)
    {
        var (file, line, column, endLine, endColumn) = diagnostic.Span;
        // What has no place of its own concerns the project.
        file ??= project;
        var help = HelpLink(diagnostic.Descriptor.HelpPage);
        // The overloads without arguments take the message as it is: it may hold braces.
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                log.LogError(null, diagnostic.Code, null, help, file, line, column, endLine, endColumn, diagnostic.Message);
                break;
            case DiagnosticSeverity.Warning:
                log.LogWarning(null, diagnostic.Code, null, help, file, line, column, endLine, endColumn, diagnostic.Message);
                break;
            default:
                log.LogMessage(null, diagnostic.Code, null, file, line, column, endLine, endColumn, MessageImportance.High, diagnostic.Message);
                break;
        }
    }

    private string? HelpLink(string page)
    {
        var path = Path.Combine(helpDirectory, page);
        return File.Exists(path) ? new Uri(path).AbsoluteUri : null;
    }
}

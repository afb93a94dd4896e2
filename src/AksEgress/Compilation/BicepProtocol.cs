using AksEgress.Diagnostics;

namespace AksEgress.Compilation;

// What `bicep jsonrpc` takes and answers; property names travel in camel case, null is left out.
// Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-cli-jsonrpc

internal sealed record VersionResponse(string Version);

internal sealed record CompileResponse(bool Success, IReadOnlyList<DiagnosticDefinition> Diagnostics, string? Contents = null)
{
    public BicepCompilation ToCompilation() => new(
        Success,
        // The CLI writes the line ends of its operating system; JSON has none inside its strings.
        Contents?.Replace("\r\n", "\n", StringComparison.Ordinal),
        [.. Diagnostics.Select(d => d.ToBicepDiagnostic())
            .OrderBy(d => d.Span.File, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Line)
            .ThenBy(d => d.Span.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal)]);
}

// Source is the full path of the file.
internal sealed record DiagnosticDefinition(string Source, DiagnosticRange Range, string Level, string Code, string Message)
{
    // The protocol counts lines and characters from 0.
    public BicepDiagnostic ToBicepDiagnostic() => new(
        new(Source, Range.Start.Line + 1, Range.Start.Char + 1, Range.End.Line + 1, Range.End.Char + 1),
        Level switch { "Error" => DiagnosticSeverity.Error, "Warning" => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        Code,
        Message);
}

internal sealed record DiagnosticRange(DiagnosticPosition Start, DiagnosticPosition End);

internal sealed record DiagnosticPosition(int Line, int Char);

internal sealed record SnapshotMetadata(string? TenantId, string? SubscriptionId, string? ResourceGroup, string? Location, string? DeploymentName);

internal sealed record SnapshotResponse(string Snapshot)
{
    public string ToText() => Snapshot.Replace("\r\n", "\n", StringComparison.Ordinal);
}

internal sealed record FormatResponse(string Contents);

// Values for parameters beside those of the file; the protocol wants the member, and we have none.
internal sealed record ParameterOverrides
{
    public static ParameterOverrides None { get; } = new();
}

internal sealed record CompileParamsResponse(bool Success, IReadOnlyList<DiagnosticDefinition> Diagnostics, string? Template);

internal sealed record FileReferencesResponse(IReadOnlyList<string> FilePaths);

internal sealed record DeploymentGraphResponse(IReadOnlyList<DeploymentGraphNode> Nodes)
{
    public IReadOnlyList<BicepResource> ToResources(string file) =>
    [
        .. Nodes.Where(node => !node.IsExisting && node.Type.Contains('/', StringComparison.Ordinal)).Select(node => new BicepResource(
            node.Type,
            new(file, node.Range.Start.Line + 1, node.Range.Start.Char + 1, node.Range.End.Line + 1, node.Range.End.Char + 1))),
    ];
}

internal sealed record DeploymentGraphNode(DiagnosticRange Range, string Name, string Type, bool IsExisting);

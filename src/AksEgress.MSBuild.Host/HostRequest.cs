using AksEgress.Diagnostics;

namespace AksEgress.MSBuild.Host;

/// <summary>What a build wants generated. All paths are full paths.</summary>
internal sealed record HostRequest
{
    /// <summary>The assembly whose members give topologies, among its dependencies.</summary>
    public required string Assembly { get; init; }

    /// <summary>The documents.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    public required string OutputDirectory { get; init; }

    public required string StagingDirectory { get; init; }

    public string? TemplatesDirectory { get; init; }

    public ArmCompilation ArmCompilation { get; init; }

    public string? BicepPath { get; init; }

    public required IReadOnlyDictionary<string, DiagnosticSeverity> Severity { get; init; }

    /// <summary>The codes whose warnings are errors.</summary>
    public required IReadOnlyList<string> WarningsAsErrors { get; init; }

    public DateOnly? Today { get; init; }

    public required IReadOnlyList<Diagnostic> Problems { get; init; }

    /// <summary>Reads the code and generates.</summary>
    public async Task<HostResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<Diagnostic> problems = [.. Problems];
            var members = CodeReader.Read(Assembly, problems);
            var result = await TopologyGenerator.GenerateAsync(Documents, members, Options(problems), cancellationToken);
            return new(
                result.Files,
                [.. result.Diagnostics, .. result.Diagnostics.Suppressed],
                result.Dependencies,
                [.. members.Select(member => member.Exception?.ToString()).OfType<string>().Distinct()]);
        }
#pragma warning disable CA1031 // Whatever it is, the build gets an answer: without one it would be the code's mistake.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new([], [GenerationDiagnostics.Unexpected.At(SourceSpan.None, $"AksEgress failed unexpectedly. Please report it with the document or code. {e}")], [], []);
        }
    }

    private GenerationOptions Options(IReadOnlyList<Diagnostic> problems) => new()
    {
        OutputDirectory = OutputDirectory,
        StagingDirectory = StagingDirectory,
        TemplatesDirectory = TemplatesDirectory,
        ArmCompilation = ArmCompilation,
        BicepPath = BicepPath,
        Diagnostics = new() { Severity = Severity, Today = Today, TreatWarningAsError = WarningsAsErrors.Contains, Problems = problems },
    };
}

using AksEgress.Diagnostics;

namespace AksEgress.MSBuild.Host;

/// <summary>What a build wants generated.</summary>
/// <param name="Assembly">The full path of the assembly whose members give topologies, among its dependencies.</param>
/// <param name="Documents">The full paths of the documents.</param>
/// <param name="Options">Where to read and write.</param>
/// <param name="WarningsAsErrors">The codes whose warnings are errors, which the options have as code.</param>
internal sealed record HostRequest(string Assembly, IReadOnlyList<string> Documents, GenerationOptions Options, IReadOnlyList<string> WarningsAsErrors)
{
    /// <summary>Reads the code and generates.</summary>
    public async Task<HostResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<Diagnostic> problems = [.. Options.Diagnostics.Problems];
            var members = CodeReader.Read(Assembly, problems);
            var options = Options with { Diagnostics = Options.Diagnostics with { TreatWarningAsError = WarningsAsErrors.Contains, Problems = problems } };
            var result = await TopologyGenerator.GenerateAsync(Documents, members, options, cancellationToken);
            return new(
                result.Files,
                [.. result.Diagnostics, .. result.Diagnostics.Suppressed],
                result.Dependencies,
                [.. members.Select(member => member.Exception?.ToString()).OfType<string>().Distinct()]);
        }
        catch (OperationCanceledException)
        {
            return new([], [], [], []);
        }
#pragma warning disable CA1031 // Whatever it is, the build gets an answer: without one it would be the code's mistake.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new([], [GenerationDiagnostics.Unexpected.At(SourceSpan.None, $"AksEgress failed unexpectedly. Please report it with the document or code. {e}")], [], []);
        }
    }
}

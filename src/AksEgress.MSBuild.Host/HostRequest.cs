using System.Text;
using AksEgress.Diagnostics;

namespace AksEgress.MSBuild.Host;

/// <summary>What a build wants generated.</summary>
/// <param name="Assembly">The full path of the assembly whose members give topologies, among its dependencies.</param>
/// <param name="Documents">The full paths of the documents.</param>
/// <param name="Options">Where to read and write.</param>
/// <param name="WarningsAsErrors">The codes whose warnings are errors, which the options have as code.</param>
internal sealed record HostRequest(string Assembly, IReadOnlyList<string> Documents, GenerationOptions Options, IReadOnlyList<string> WarningsAsErrors)
{
    /// <summary>The file that has the result, once it is there.</summary>
    public string ResultFile => Options.StagingDirectory + ".result";

    /// <summary>The file that becomes it.</summary>
    public string UnfinishedResultFile => ResultFile + ".new";

    /// <summary>Writes it.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Assembly);
        writer.WriteAll(Documents, writer.Write);
        writer.Write(Options.OutputDirectory);
        writer.Write(Options.StagingDirectory);
        writer.WriteOptional(Options.TemplatesDirectory);
        writer.Write((int)Options.ArmCompilation);
        writer.WriteOptional(Options.BicepPath);
        writer.WriteAll(Options.Diagnostics.Severity, severity =>
        {
            writer.Write(severity.Key);
            writer.Write((int)severity.Value);
        });
        writer.Write(Options.Diagnostics.Today?.DayNumber ?? -1);
        writer.WriteAll(Options.Diagnostics.Problems, writer.Write);
        writer.WriteAll(WarningsAsErrors, writer.Write);
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="EndOfStreamException">It was not written whole.</exception>
    public static HostRequest Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return new(
            reader.ReadString(),
            reader.ReadAll(reader.ReadString),
            new()
            {
                OutputDirectory = reader.ReadString(),
                StagingDirectory = reader.ReadString(),
                TemplatesDirectory = reader.ReadOptional(),
                ArmCompilation = (ArmCompilation)reader.ReadInt32(),
                BicepPath = reader.ReadOptional(),
                Diagnostics = new()
                {
                    Severity = reader.ReadAll(() => KeyValuePair.Create(reader.ReadString(), (DiagnosticSeverity)reader.ReadInt32())).ToDictionary(StringComparer.OrdinalIgnoreCase),
                    Today = reader.ReadInt32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null,
                    Problems = reader.ReadAll(reader.ReadDiagnostic),
                },
            },
            reader.ReadAll(reader.ReadString));
    }

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

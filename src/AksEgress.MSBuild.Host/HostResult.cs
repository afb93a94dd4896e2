using AksEgress.Diagnostics;
using AksEgress.Rendering;

namespace AksEgress.MSBuild.Host;

/// <summary>What became of a request.</summary>
/// <param name="Files">The files written.</param>
/// <param name="Diagnostics">What was found, with what suppressions keep from being reported.</param>
/// <param name="Dependencies">The files read beside documents and code.</param>
/// <param name="Exceptions">What members threw, with the stacks.</param>
internal sealed record HostResult(
    IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Dependencies, IReadOnlyList<string> Exceptions)
{
    /// <summary>Writes it.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.WriteAll(Files, file =>
        {
            writer.Write(file.Path);
            writer.Write(file.RelativePath);
            writer.Write((int)file.Kind);
            writer.Write(file.Topology);
            writer.Write(file.Document);
        });
        writer.WriteAll(Diagnostics, writer.Write);
        writer.WriteAll(Dependencies, writer.Write);
        writer.WriteAll(Exceptions, writer.Write);
    }

    /// <summary>Reads what was written.</summary>
    public static HostResult Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return new(
            reader.ReadAll(() => new GeneratedFile(reader.ReadString(), reader.ReadString(), (OutputKind)reader.ReadInt32(), reader.ReadString(), reader.ReadString())),
            reader.ReadAll(reader.ReadDiagnostic),
            reader.ReadAll(reader.ReadString),
            reader.ReadAll(reader.ReadString));
    }
}

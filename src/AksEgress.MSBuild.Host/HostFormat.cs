using AksEgress.Diagnostics;

namespace AksEgress.MSBuild.Host;

/// <summary>
/// Requests and results on their way between two processes of one version: their fields one after the other. The serializer of .NET compiles more at run time
/// than all the rest of a build's task.
/// </summary>
internal static class HostFormat
{
    public static void WriteAll<T>(this BinaryWriter writer, IReadOnlyCollection<T> values, Action<T> write)
    {
        writer.Write(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    public static List<T> ReadAll<T>(this BinaryReader reader, Func<T> read)
    {
        var values = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            values.Add(read());
        }

        return values;
    }

    public static void WriteOptional(this BinaryWriter writer, string? value)
    {
        writer.Write(value is not null);
        if (value is not null)
        {
            writer.Write(value);
        }
    }

    public static string? ReadOptional(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    public static void Write(this BinaryWriter writer, Diagnostic finding)
    {
        writer.Write(finding.Descriptor.Code);
        writer.Write((int)finding.Descriptor.Severity);
        writer.Write(finding.Descriptor.Title);
        writer.WriteOptional(finding.Span.File);
        writer.Write(finding.Span.Line);
        writer.Write(finding.Span.Column);
        writer.Write(finding.Span.EndLine);
        writer.Write(finding.Span.EndColumn);
        writer.Write(finding.Message);
        writer.Write((int)finding.Severity);
        writer.WriteOptional(finding.Replacement);
        writer.WriteOptional(finding.Justification);
    }

    public static Diagnostic ReadDiagnostic(this BinaryReader reader) =>
        new(
            new(reader.ReadString(), (DiagnosticSeverity)reader.ReadInt32(), reader.ReadString()),
            new(reader.ReadOptional(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()),
            reader.ReadString())
        {
            Severity = (DiagnosticSeverity)reader.ReadInt32(),
            Replacement = reader.ReadOptional(),
            Justification = reader.ReadOptional(),
        };
}

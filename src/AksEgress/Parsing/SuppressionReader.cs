using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>What a document says about findings.</summary>
internal static class SuppressionReader
{
    public static Suppression Read(MappingReader reader) => new()
    {
        Code = reader.RequiredText(nameof(Suppression.Code)),
        // One that is missing is reported as one that is blank is.
        Reason = reader.Text(nameof(Suppression.Reason)) ?? "",
        Until = reader.Day(nameof(Suppression.Until)),
        Origin = reader.Finish(),
    };

    public static ValueList<CodeSeverity>? ReadSeverity(MappingReader reader) => reader.Pairs<CodeSeverity>(nameof(EgressTopology.Severity), (code, value, origin) =>
        reader.ParseChoice<DiagnosticSeverity>(nameof(EgressTopology.Severity), value) is { } severity ? new(code, severity) { Origin = origin } : null, typeof(DiagnosticSeverity));
}

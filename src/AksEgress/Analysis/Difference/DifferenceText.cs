namespace AksEgress.Analysis.Difference;

/// <summary>A difference as text.</summary>
internal static class DifferenceText
{
    /// <summary>Writes the difference.</summary>
    public static void Write(TextWriter writer, TopologyDifference difference)
    {
        if (difference.IsEmpty)
        {
            writer.Write("Nothing changes: every connection becomes what it was before.\n");
        }

        foreach (var statement in difference.Statements)
        {
            writer.Write($"{WordOf(statement.Kind),-21}{statement.Text}\n");
        }

        if (difference.IsEgressChanged)
        {
            writer.Write($"{"other addresses",-21}flows left with {string.Join(", ", difference.EgressBefore)}, and leave with {string.Join(", ", difference.EgressAfter)} now\n");
        }
    }

    private static string WordOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.NewlyUninspected => "NEWLY UNINSPECTED",
        DifferenceKind.NewlyAllowed => "NEWLY ALLOWED",
        DifferenceKind.PossiblyAllowed => "POSSIBLY ALLOWED",
        DifferenceKind.OtherConditions => "other conditions",
        DifferenceKind.NewlyInspected => "newly inspected",
        DifferenceKind.PossiblyDenied => "possibly denied",
        _ => "newly denied",
    };
}

using AksEgress.Analysis.Evaluation;

namespace AksEgress.Analysis.Difference;

/// <summary>What became of flows and what becomes of them now, as far as people tell it apart.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Before">The least that the firewall saw of them.</param>
/// <param name="After">The least that it sees of them now.</param>
/// <param name="Conditions">Service and FQDN tags that only what it opens or closes hangs on; comma-separated.</param>
/// <param name="IsSaidOfHosts">True when bare addresses differ only by what hosts of network rules may resolve to, which is said of the hosts.</param>
internal sealed record Change(DifferenceKind Kind, Inspection Before, Inspection After, string Conditions, bool IsSaidOfHosts)
{
    /// <summary>The change between two outcomes that differ.</summary>
    public static Change Of(Outcome before, Outcome after)
    {
        var (was, becomes) = (before.Least, after.Least);
        var kind = KindOf(before, after, was, becomes);
        var tags = kind is DifferenceKind.NewlyDenied or DifferenceKind.PossiblyDenied ? before.Tags.Except(after.Tags, StringComparer.OrdinalIgnoreCase) : after.Tags.Except(before.Tags, StringComparer.OrdinalIgnoreCase);
        // Past the firewall all is one, whatever it made of it before.
        return kind == DifferenceKind.NewlyUninspected && becomes == Inspection.None ? new(kind, Inspection.ByHost, becomes, "", false) : new(kind, was, becomes, string.Join(", ", tags), before.DiffersByHostsOnly(after));
    }

    private static DifferenceKind KindOf(Outcome before, Outcome after, Inspection was, Inspection becomes) => (was, becomes) switch
    {
        // What a firewall does not see is no matter of what it allows.
        (not Inspection.None, Inspection.None) when after.IsSure => DifferenceKind.NewlyUninspected,
        (Inspection.None, not (Inspection.None or Inspection.Denied)) when before.IsSure => DifferenceKind.NewlyInspected,
        (Inspection.Denied, Inspection.Denied) => DifferenceKind.OtherConditions,
        (Inspection.Denied, _) => after.IsSure ? DifferenceKind.NewlyAllowed : DifferenceKind.PossiblyAllowed,
        (_, Inspection.Denied) => DifferenceKind.NewlyDenied,
        _ when becomes > was => DifferenceKind.NewlyUninspected,
        _ when !before.IsSure && after.IsSure => DifferenceKind.NewlyAllowed,
        _ when before.IsSure && !after.IsSure => DifferenceKind.PossiblyDenied,
        _ when becomes < was => DifferenceKind.NewlyInspected,
        _ => DifferenceKind.OtherConditions,
    };
}

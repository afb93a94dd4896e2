using AksEgress.Model;

namespace AksEgress.Analysis.Difference;

/// <summary>What two firewalls make different of known bad addresses and hosts. Which these are only Microsoft knows, so it is said of all together.</summary>
internal static class ThreatDifference
{
    private const string Bad = "known bad addresses and hosts";

    /// <summary>The statement, or none.</summary>
    public static IEnumerable<DifferenceStatement> Statements(Firewall before, Firewall after) => (ModeOf(before), ModeOf(after)) switch
    {
        var (was, becomes) when was == becomes => [],
        (ThreatIntelMode.Deny, var becomes) => [Statement(DifferenceKind.PossiblyAllowed, "may now pass where rules allow them", ThreatIntelMode.Deny, becomes)],
        (var was, ThreatIntelMode.Deny) => [Statement(DifferenceKind.PossiblyDenied, "may no longer pass, whatever rules allow", was, ThreatIntelMode.Deny)],
        (null, _) or (_, null) => [],
        (var was, ThreatIntelMode.Off) => [Statement(DifferenceKind.NewlyUninspected, "are no longer logged", was, ThreatIntelMode.Off)],
        var (was, becomes) => [Statement(DifferenceKind.NewlyInspected, "are logged", was, becomes)],
    };

    /// <summary>The mode; null where it could not be read, which is reported by itself.</summary>
    private static ThreatIntelMode? ModeOf(Firewall firewall) =>
        firewall.IsUnreadable(nameof(Firewall.ThreatIntelMode)) || firewall.Policy!.IsUnreadable(nameof(Firewall.ThreatIntelMode)) ? null : firewall.ThreatIntelMode;

    private static DifferenceStatement Statement(DifferenceKind kind, string what, ThreatIntelMode? was, ThreatIntelMode? becomes)
    {
        var modes = $"threat intelligence: {Word(becomes)} now, {Word(was)} before";
        return new(kind, "everybody", $"{Bad} ({modes})", DocumentWord.Of(RuleProtocol.Any), null, $"flows to and from {Bad} {what} ({modes})");
    }

    private static string Word(ThreatIntelMode? mode) => mode is { } known ? DocumentWord.Of(known) : "not known";
}

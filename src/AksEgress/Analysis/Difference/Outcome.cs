using AksEgress.Analysis.Evaluation;

namespace AksEgress.Analysis.Difference;

/// <summary>How much of a flow the firewall sees.</summary>
internal enum Inspection
{
    /// <summary>It is dropped.</summary>
    Denied,

    /// <summary>Its host is looked at.</summary>
    ByHost,

    /// <summary>Its address is looked at.</summary>
    ByAddress,

    /// <summary>It stays in the virtual network.</summary>
    Local,

    /// <summary>It goes past the firewall.</summary>
    None,
}

/// <summary>How a flow passes.</summary>
/// <param name="Seen">How much the firewall sees of it.</param>
/// <param name="To">Where a DNAT rule leads it; null for any other flow.</param>
internal readonly record struct Passage(Inspection Seen, string? To = null)
{
    /// <summary>How a flow passes that ends there.</summary>
    public static Passage Of(Ending ending) => !ending.Allows ? default : ending.Stage switch
    {
        FlowStage.Application => new(Inspection.ByHost),
        FlowStage.Local => new(Inspection.Local),
        FlowStage.Route => new(Inspection.None),
        _ => new(Inspection.ByAddress, (ending.Rule as CompiledDnatRule)?.Inner),
    };
}

/// <summary>What becomes of a flow, whichever rule says so: how it passes if nothing uncertain holds, and before that how it passes if something does.</summary>
internal sealed class Outcome
{
    private readonly Decisions<Passage> _decisions;

    private Outcome(Decisions<Passage> decisions, IFirewallRule? rule) => (_decisions, Rule) = (decisions, rule);

    /// <summary>The rule that decides: the certain one, or the first that may.</summary>
    public IFirewallRule? Rule { get; }

    /// <summary>The least that the firewall may see of the flow; denied where it never passes. What only Azure's own rules, or the address of another host, may let pass counts as denied.</summary>
    public Inspection Least => Near.Append(_decisions.Certain.Seen).Max();

    /// <summary>True when the flow passes in every case, or in none.</summary>
    public bool IsSure => Near.All(seen => (seen == Inspection.Denied) == (_decisions.Certain.Seen == Inspection.Denied));

    /// <summary>The service and FQDN tags that the outcome hangs on.</summary>
    public IEnumerable<string> Tags => _decisions.Conditions.Where(one => one.Kind is UnknownKind.ServiceTag or UnknownKind.FqdnTag).Select(one => one.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<Inspection> Near => _decisions.Others(UnknownKind.Infrastructure, UnknownKind.HostAddress).Select(passage => passage.Seen);

    /// <summary>The outcome of the cases of one source.</summary>
    public static Outcome Of(CaseList cases)
    {
        var certain = cases.Certain!.Value;
        return new(
            new(cases.All.Where(one => one.If is not null).Select(one => (one.If!.Value, one.Under, Passage.Of(one.Ending))), Passage.Of(certain)),
            certain.Rule ?? cases.All.Select(one => one.Ending.Rule).FirstOrDefault(rule => rule is not null));
    }

    /// <summary>True when no world could tell the two apart by what the unknown things are.</summary>
    public bool IsSameAs(Outcome other) => _decisions.IsSameAs(other._decisions);

    /// <summary>True when the other differs in what hosts of network rules may resolve to, and in nothing else: that is said of the hosts.</summary>
    public bool DiffersByHostsOnly(Outcome other) => _decisions.IsSameAs(other._decisions, UnknownKind.HostAddress);
}

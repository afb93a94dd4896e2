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

/// <summary>
/// What becomes of a flow, whichever rule says so: how it passes if nothing uncertain holds, and before that how it passes if something does. Two outcomes are equal when no world could tell them apart
/// by what the unknown things are.
/// </summary>
internal sealed class Outcome : IEquatable<Outcome>
{
    private readonly string _key;

    private Outcome(Inspection certain, IReadOnlyList<(Inspection Then, SortedSet<string> If)> runs, IFirewallRule? rule)
    {
        Certain = certain;
        Runs = runs;
        Rule = rule;
        // Service tags are the same in upper and lower case.
        _key = string.Join('|', runs.Select(Text).Append(certain.ToString())).ToUpperInvariant();
    }

    /// <summary>How the flow passes if nothing uncertain holds.</summary>
    public Inspection Certain { get; }

    /// <summary>What else may hold, in order of evaluation, and how the flow passes then; neighbours that come to the same are one.</summary>
    public IReadOnlyList<(Inspection Then, SortedSet<string> If)> Runs { get; }

    /// <summary>The rule that decides: the certain one, or the first that may. Takes no part in equality.</summary>
    public IFirewallRule? Rule { get; }

    /// <summary>The least that the firewall may see of the flow; denied where it never passes. What only Azure's own rules, or the address of another host, may let pass counts as denied.</summary>
    public Inspection Least => Runs.Where(run => !IsRemote(run.If)).Select(run => run.Then).Append(Certain).Max();

    /// <summary>True when the flow passes in every case, or in none.</summary>
    public bool IsSure => Runs.Where(run => !IsRemote(run.If)).All(run => (run.Then == Inspection.Denied) == (Certain == Inspection.Denied));

    /// <summary>The service and FQDN tags that the outcome hangs on.</summary>
    public IEnumerable<string> Tags => Runs.SelectMany(run => run.If)
        .Where(one => one.StartsWith(nameof(UnknownKind.ServiceTag), StringComparison.Ordinal) || one.StartsWith(nameof(UnknownKind.FqdnTag), StringComparison.Ordinal))
        .Select(one => one[(one.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    /// <summary>The outcome of cases.</summary>
    public static Outcome Of(CaseList cases)
    {
        var certain = cases.Certain!.Value;
        var runs = new List<(Inspection Then, SortedSet<string> If)>();
        var seen = new HashSet<Unknown>();
        foreach (var one in cases.All)
        {
            if (one.If is not { } condition || !seen.Add(condition))
            {
                continue;
            }

            var then = Of(one.Ending);
            if (runs.Count == 0 || runs[^1].Then != then)
            {
                runs.Add((then, new(StringComparer.OrdinalIgnoreCase)));
            }

            runs[^1].If.Add($"{condition.Kind} {condition.Name}");
        }

        foreach (var run in runs)
        {
            // What a tag holds in a region the whole tag holds as well.
            run.If.RemoveWhere(one => one.StartsWith(nameof(UnknownKind.ServiceTag) + " ", StringComparison.Ordinal) && one.LastIndexOf('.') is > 0 and var dot && run.If.Contains(one[..dot]));
        }

        // What may hold last, and comes to what is certain anyway, changes nothing.
        while (runs.Count > 0 && runs[^1].Then == Of(certain))
        {
            runs.RemoveAt(runs.Count - 1);
        }

        return new(Of(certain), runs, certain.Rule ?? cases.All.Select(one => one.Ending.Rule).FirstOrDefault(rule => rule is not null));
    }

    /// <inheritdoc/>
    public bool Equals(Outcome? other) => other is not null && _key == other._key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Outcome);

    /// <inheritdoc/>
    public override int GetHashCode() => _key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _key;

    /// <summary>True when the other differs in what hosts of network rules may resolve to, and in nothing else: that is said of the hosts.</summary>
    public bool DiffersByHostsOnly(Outcome other) =>
        Certain == other.Certain && Runs.Where(run => !IsOf(run.If, UnknownKind.HostAddress)).Select(Text).SequenceEqual(other.Runs.Where(run => !IsOf(run.If, UnknownKind.HostAddress)).Select(Text));

    private static string Text((Inspection Then, SortedSet<string> If) run) => $"{run.Then}:{string.Join(',', run.If)}";

    private static bool IsRemote(SortedSet<string> conditions) => IsOf(conditions, UnknownKind.Infrastructure) || IsOf(conditions, UnknownKind.HostAddress);

    private static bool IsOf(SortedSet<string> conditions, UnknownKind kind) => conditions.All(one => one.StartsWith(kind + " ", StringComparison.Ordinal));

    private static Inspection Of(Ending ending) =>
        !ending.Allows ? Inspection.Denied
        : ending.Stage switch
        {
            FlowStage.Application => Inspection.ByHost,
            FlowStage.Local => Inspection.Local,
            FlowStage.Route => Inspection.None,
            _ => Inspection.ByAddress,
        };
}

using AksEgress.Analysis.Evaluation;

namespace AksEgress.Analysis.Shadowing;

/// <summary>What became of the parts of one rule, collected while they are looked at one by one.</summary>
internal sealed class RuleParts
{
    private readonly HashSet<IFirewallRule> _same = [];
    private readonly HashSet<IFirewallRule> _other = [];
    private readonly HashSet<IFirewallRule> _substitutes = [];
    private readonly SortedSet<string> _assumptions = new(StringComparer.Ordinal);
    private RuleParts? _perhaps;
    private bool _matches;
    private bool _isNeeded;

    /// <summary>A part that an earlier rule takes.</summary>
    public void Lose(IFirewallRule rule, IFirewallRule to) => (DoSame(rule, to) ? _same : _other).Add(to);

    /// <summary>A part that the rule takes.</summary>
    /// <param name="substitutes">Later rules that together would do the same with all of it; empty where there are none.</param>
    public void Take(params IReadOnlyCollection<IFirewallRule> substitutes)
    {
        _matches = true;
        _isNeeded |= substitutes.Count == 0;
        _substitutes.UnionWith(substitutes);
    }

    /// <summary>Something that was taken for true of a part.</summary>
    public void Assume(string assumption) => _assumptions.Add(assumption);

    /// <summary>What was taken for true.</summary>
    public IReadOnlyCollection<string> Assumptions => _assumptions;

    /// <summary>Parts that the rule has only if something holds that is not known: what it takes of them it is there for, what it loses of them it is not blamed for.</summary>
    public RuleParts Perhaps => _perhaps ??= new();

    /// <summary>What it comes to; null where the rule does all that it says.</summary>
    public (ShadowKind Kind, IReadOnlyCollection<IFirewallRule> By)? Result =>
        !Matches && _same.Count + _other.Count > 0 ? (ShadowKind.Dead, [.. With(parts => parts._other).Union(With(parts => parts._same))])
        : !Matches ? null
        : _other.Count > 0 ? (ShadowKind.PartlyShadowed, _other)
        : !IsNeeded ? (ShadowKind.Redundant, [.. With(parts => parts._substitutes).Union(With(parts => parts._same))])
        : _same.Count > 0 ? (ShadowKind.PartlyNeedless, _same)
        : null;

    private bool Matches => _matches || _perhaps?._matches == true;

    private bool IsNeeded => _isNeeded || _perhaps?._isNeeded == true;

    private IEnumerable<IFirewallRule> With(Func<RuleParts, HashSet<IFirewallRule>> rules) => _perhaps is null ? rules(this) : rules(this).Union(rules(_perhaps));

    /// <summary>DNAT rules always allow; they do the same when they lead to the same place.</summary>
    private static bool DoSame(IFirewallRule one, IFirewallRule other) =>
        one is CompiledDnatRule { Rule: var rule } && other is CompiledDnatRule { Rule: var second }
            ? (rule.TranslatedAddress, rule.TranslatedFqdn, rule.TranslatedPort) == (second.TranslatedAddress, second.TranslatedFqdn, second.TranslatedPort)
            : one.Allows == other.Allows;
}

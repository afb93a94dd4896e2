using System.Collections.Immutable;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Evaluation;

/// <summary>A case of a flow: what it needs to be so, and where it ends.</summary>
/// <param name="Source">The addresses of the source that the case is about.</param>
/// <param name="If">What would have to hold; null for the case in which nothing uncertain holds.</param>
/// <param name="Ending">Where it ends.</param>
/// <param name="Under">What would have to hold as well, the first thing that is asked first.</param>
internal readonly record struct FlowCase(AddressSpan Source, Unknown? If, Ending Ending, ImmutableArray<Unknown> Under);

/// <summary>The cases of a flow as they are found: the verdicts always, each case by itself only where it is asked for.</summary>
internal struct CaseList(bool keepsAll)
{
    private readonly List<FlowCase>? _all = keepsAll ? [] : null;

    /// <summary>The source addresses that are being looked at.</summary>
    public AddressSpan Source { readonly get; set; }

    /// <summary>What all cases need that are being found, the first thing that is asked first.</summary>
    public ImmutableArray<Unknown> Under { readonly get; set; } = [];

    /// <summary>The verdicts of all cases.</summary>
    public VerdictSet Verdicts { readonly get; private set; }

    /// <summary>The case in which nothing uncertain holds, of the first source addresses.</summary>
    public Ending? Certain { readonly get; private set; }

    /// <summary>True when each case is kept.</summary>
    public readonly bool KeepsAll => _all is not null;

    /// <summary>Each case, in the order of evaluation.</summary>
    public readonly IReadOnlyList<FlowCase> All => _all ?? [];

    /// <summary>Verdicts of cases that need not be kept.</summary>
    public void Add(VerdictSet verdicts) => Verdicts |= verdicts;

    /// <summary>A case that needs something that is uncertain.</summary>
    public void Add(Unknown condition, Ending ending) => Add(condition, ending, Under);

    /// <summary>The case in which nothing uncertain holds, but for what all cases need.</summary>
    public void End(Ending ending)
    {
        if (Under is [.. var others, var condition])
        {
            Add(condition, ending, others);
            return;
        }

        Certain ??= ending;
        Add(null, ending, []);
    }

    private void Add(Unknown? condition, Ending ending, ImmutableArray<Unknown> under)
    {
        Verdicts |= ending.Verdict;
        _all?.Add(new(Source, condition, ending, under));
    }
}

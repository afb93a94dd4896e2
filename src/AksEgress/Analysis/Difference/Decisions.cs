using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;

namespace AksEgress.Analysis.Difference;

/// <summary>
/// What comes of what is uncertain, in its shortest form: the first thing that holds decides, by itself or with others; neighbours that come to the same are one, and what changes nothing is left out. Two are
/// the same when no world could tell them apart by what the unknown things are.
/// </summary>
/// <typeparam name="T">What it comes to.</typeparam>
internal sealed class Decisions<T>
    where T : IEquatable<T>
{
    private readonly List<(Decisions<T> Then, HashSet<Unknown> If)> _runs = [];

    /// <summary>Shortens cases.</summary>
    /// <param name="cases">What it comes to if something holds, and other things as well; in order, cases under one thing behind each other with the one in which nothing else holds last.</param>
    /// <param name="certain">What it comes to if nothing uncertain holds.</param>
    public Decisions(IEnumerable<(Unknown If, ImmutableArray<Unknown> Under, T Then)> cases, T certain)
    {
        Certain = certain;
        // From the last on, so that what is there is what it comes to if the next one does not hold.
        foreach (var (condition, then) in Outer([.. cases]).DistinctBy(one => one.If).Reverse())
        {
            if (then.IsSameAs(this))
            {
                continue;
            }

            if (_runs.Count == 0 || !_runs[0].Then.IsSameAs(then))
            {
                _runs.Insert(0, (then, []));
            }

            var conditions = _runs[0].If;
            conditions.Add(condition);
            if (condition.Kind == UnknownKind.ServiceTag)
            {
                // What a tag holds in a region the whole tag holds as well.
                conditions.RemoveWhere(one => one is { Kind: UnknownKind.ServiceTag, Name: var tag } && tag.LastIndexOf('.') is > 0 and var dot && conditions.Contains(new(UnknownKind.ServiceTag, tag[..dot])));
            }
        }
    }

    /// <summary>What it comes to if nothing uncertain holds.</summary>
    public T Certain { get; }

    /// <summary>What else it may come to, but for what things of some kinds alone decide.</summary>
    public IEnumerable<T> Others(params UnknownKind[] but) =>
        _runs.Where(run => !run.If.All(one => but.Contains(one.Kind))).SelectMany(run => run.Then.Others(but).Append(run.Then.Certain));

    /// <summary>What may hold.</summary>
    public IEnumerable<Unknown> Conditions => _runs.SelectMany(run => run.If.Concat(run.Then.Conditions));

    /// <summary>True when the other comes to the same in every world; or in every world in which nothing of some kinds holds.</summary>
    public bool IsSameAs(Decisions<T> other, params UnknownKind[] but)
    {
        var (mine, theirs) = (Without(but), other.Without(but));
        return Certain.Equals(other.Certain) && mine.Count == theirs.Count
            && mine.Zip(theirs).All(pair => pair.First.If.SetEquals(pair.Second.If) && pair.First.Then.IsSameAs(pair.Second.Then, but));
    }

    private List<(Decisions<T> Then, HashSet<Unknown> If)> Without(UnknownKind[] but) => but.Length == 0 ? _runs : [.. _runs.Where(run => !run.If.All(one => but.Contains(one.Kind)))];

    /// <summary>Cases under one thing as one.</summary>
    private static IEnumerable<(Unknown If, Decisions<T> Then)> Outer(List<(Unknown If, ImmutableArray<Unknown> Under, T Then)> cases)
    {
        var inner = new List<(Unknown, ImmutableArray<Unknown>, T)>();
        foreach (var (condition, under, then) in cases)
        {
            if (under.Length > 0)
            {
                inner.Add((condition, under[1..], then));
                continue;
            }

            yield return (condition, new(inner, then));
            inner = [];
        }
    }
}

using System.Collections.Immutable;
using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Sets;

namespace AksEgress.Analysis.Shadowing;

/// <summary>Addresses for which the same rules come first and second.</summary>
/// <param name="Span">The addresses.</param>
/// <param name="First">The place of the first rule that takes them.</param>
/// <param name="Second">The place of the next one; the number of rules where there is none.</param>
/// <param name="Others">The places of all rules for these addresses but the first.</param>
internal readonly record struct DestinationPiece(AddressSpan Span, int First, int Second, IReadOnlyList<int> Others);

/// <summary>Cuts destinations where rules tell them apart.</summary>
internal static class DestinationPieces
{
    /// <summary>The pieces that some rule is for; none where the budget is spent.</summary>
    public static IReadOnlyList<DestinationPiece> Of(ImmutableArray<CompiledNetworkRule> rules, Budget budget)
    {
        var changes = new List<(uint At, bool Opens, int Rule)>();
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var span in rules[i].Destination.Spans)
            {
                changes.Add((span.First, true, i));
                if (span.Last != uint.MaxValue)
                {
                    changes.Add((span.Last + 1, false, i));
                }
            }
        }

        changes.Sort((left, right) => left.At.CompareTo(right.At));
        var result = new List<DestinationPiece>();
        var open = new SortedSet<int>();
        for (var i = 0; i < changes.Count;)
        {
            var at = changes[i].At;
            for (; i < changes.Count && changes[i].At == at; i++)
            {
                _ = changes[i].Opens ? open.Add(changes[i].Rule) : open.Remove(changes[i].Rule);
            }

            if (!budget.Take(open.Count))
            {
                return [];
            }

            if (open.Count > 0)
            {
                int[] all = [.. open];
                result.Add(new(new(at, i < changes.Count ? changes[i].At - 1 : uint.MaxValue), all[0], all.Length > 1 ? all[1] : rules.Length, all[1..]));
            }
        }

        return result;
    }
}

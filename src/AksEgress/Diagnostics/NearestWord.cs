namespace AksEgress.Diagnostics;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearestWord
{
    private const int MaxLength = 64;

    /// <summary>"Did you mean 'x'?" for the nearest word, else the words that there are.</summary>
    public static string Suggest(string word, IReadOnlyCollection<string> words) =>
        Find(word, words) is { } nearest ? $"Did you mean '{nearest}'?"
        : words.Count == 0 ? "There is none."
        : $"Known are: {string.Join(", ", words)}.";

    /// <summary>The word that was probably meant, or null.</summary>
    public static string? Find(string word, IEnumerable<string> words)
    {
        var nearest = words.MinBy(candidate => Distance(word, candidate));
        return nearest is not null && Distance(word, nearest) <= Math.Max(1, Math.Min(word.Length, nearest.Length) / 3) ? nearest : null;
    }

    /// <summary>
    /// The word that one slip makes of this one: a letter changed, added, left out or swapped with its neighbour; or null. For lists that lack what is new.
    /// Another number is no slip, but probably the next of its kind.
    /// </summary>
    public static string? FindSlip(string word, IEnumerable<string> words) =>
        words.FirstOrDefault(candidate => Math.Abs(word.Length - candidate.Length) <= 1 && Distance(word, candidate) == 1 && word.Where(char.IsDigit).SequenceEqual(candidate.Where(char.IsDigit)));

    /// <summary>
    /// How many letters were changed, added, left out or swapped with their neighbours, without regard to case; long words are far from everything.
    /// </summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > MaxLength || right.Length > MaxLength)
        {
            return int.MaxValue;
        }

        var (before, above, row) = (new int[right.Length + 1], new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray());
        for (var i = 1; i <= left.Length; i++)
        {
            (before, above, row) = (above, row, before);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + (AreEqual(i, j) ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && AreEqual(i, j - 1) && AreEqual(i - 1, j))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[^1];

        bool AreEqual(int i, int j) => char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
    }
}

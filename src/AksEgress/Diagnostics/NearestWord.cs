namespace AksEgress.Diagnostics;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearestWord
{
    private const int MaxLength = 64;
    private const int MaxListed = 20;

    /// <summary>"Did you mean 'x'?" for the nearest word, else the words that there are.</summary>
    public static string Suggest(string word, IReadOnlyCollection<string> words) => Advise(Find(word, words), words);

    /// <summary>The same for a nearest word that was found before, or null.</summary>
    public static string Advise(string? nearest, IReadOnlyCollection<string> words) =>
        nearest is not null ? $"Did you mean '{nearest}'?"
        : words.Count == 0 ? "There is none."
        : $"Known are: {string.Join(", ", words.Take(MaxListed).Select(Quotation.Shorten))}{(words.Count > MaxListed ? ", …" : "")}.";

    /// <summary>The word that was probably meant, or null.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="words">The words that there are.</param>
    /// <param name="maxDistance">How far the word may be; a third of its letters are the end in any case, except for the first.</param>
    public static string? Find(string word, IEnumerable<string> words, int maxDistance = MaxLength)
    {
        string? nearest = null;
        var limit = maxDistance;
        foreach (var candidate in words)
        {
            // Only a nearer one is of interest: all others need not be measured to the end.
            var bound = Math.Min(limit, Math.Max(1, Math.Min(word.Length, candidate.Length) / 3));
            if (Distance(word, candidate, bound) is var distance && distance <= bound)
            {
                nearest = candidate;
                limit = distance - 1;
            }
        }

        return nearest;
    }

    /// <summary>
    /// The word that one slip makes of this one: a letter changed, added, left out or swapped with its neighbour; or null. For lists that lack what is new.
    /// Another number is no slip, but probably the next of its kind.
    /// </summary>
    public static string? FindSlip(string word, IEnumerable<string> words) =>
        words.FirstOrDefault(candidate => Math.Abs(word.Length - candidate.Length) <= 1 && Distance(word, candidate, 1) == 1 && word.Where(char.IsDigit).SequenceEqual(candidate.Where(char.IsDigit)));

    /// <summary>
    /// How many letters were changed, added, left out or swapped with their neighbours, without regard to case; more than the bound where it is more.
    /// Long words are far from everything.
    /// </summary>
    private static int Distance(string left, string right, int bound)
    {
        if (left.Length > MaxLength || right.Length > MaxLength || Math.Abs(left.Length - right.Length) > bound)
        {
            return int.MaxValue;
        }

        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> above = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var spare = before;
            before = above;
            above = row;
            row = spare;
            var least = row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + (AreEqual(left, i, right, j) ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && AreEqual(left, i, right, j - 1) && AreEqual(left, i - 1, right, j))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // No cell is below the least of the two rows above it, a swap included.
            if (least > bound + 1)
            {
                return int.MaxValue;
            }
        }

        return row[right.Length];
    }

    private static bool AreEqual(string left, int i, string right, int j) => char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
}

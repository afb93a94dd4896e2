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

    /// <summary>Levenshtein's distance without regard to case; long words are far from everything.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > MaxLength || right.Length > MaxLength)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

using System.Globalization;

namespace AksEgress.Rendering.Report;

/// <summary>Phrases of the report, the same in every culture.</summary>
internal static class ReportWords
{
    /// <summary>A number with its noun: <c>1 rule</c>, <c>1,200 rules</c>.</summary>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : noun.EndsWith('s') ? "es" : "s")}");

    /// <summary>A number as people read it: <c>49,920</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The list that holds something, or nothing: what templates loop over.</summary>
    public static List<T> Maybe<T>(T? value)
        where T : class => value is null ? [] : [value];
}

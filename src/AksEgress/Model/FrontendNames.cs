using System.Globalization;

namespace AksEgress.Model;

/// <summary>Names of what every frontend has one of: the first is the name itself, the others carry <c>-2</c>, <c>-3</c> … behind it.</summary>
internal static class FrontendNames
{
    /// <summary>The name of one of them.</summary>
    /// <param name="name">The name of the first.</param>
    /// <param name="frontend">Number of the frontend, from 1.</param>
    public static string Of(string name, int frontend) => frontend == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{frontend}");

    /// <summary>The names of all of them.</summary>
    /// <param name="name">The name of the first.</param>
    /// <param name="count">Number of frontends.</param>
    public static IEnumerable<string> All(string name, int count) => Enumerable.Range(1, count).Select(frontend => Of(name, frontend));

    /// <summary>The other way round: the name of the first, and the number, where the name is that of a further one; else null.</summary>
    /// <param name="name">A name, of whatever.</param>
    /// <param name="count">Number of frontends.</param>
    public static (string Name, int Frontend)? Split(string name, int count) =>
        name.LastIndexOf('-') is >= 0 and var hyphen
        && int.TryParse(name.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var frontend)
        && frontend >= 2 && frontend <= count && name[hyphen + 1] != '0'
            ? (name[..hyphen], frontend)
            : null;
}

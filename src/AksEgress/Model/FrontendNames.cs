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
}

using System.Globalization;

namespace AksEgress.Resolution;

/// <summary>Gives derived names a number where they are taken. Upper and lower case are the same, as in Azure.</summary>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    /// <summary>The longest name that a rule may have.</summary>
    private static readonly int _maxLength = Knowledge.AzureResources.Known.RuleName.MaxLength;

    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The next number of each name that was wanted before: thousands of equal names must not be tried from 2 each.</summary>
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, cut to the length that Azure takes; with <c>-2</c>, <c>-3</c> … behind it where it is taken.</summary>
    public string Take(string wanted)
    {
        var name = Cut(wanted, _maxLength);
        if (_taken.Add(name))
        {
            return name;
        }

        var number = _next.GetValueOrDefault(wanted, 2);
        do
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number++}");
            name = Cut(wanted, _maxLength - suffix.Length) + suffix;
        }
        while (!_taken.Add(name));
        _next[wanted] = number;
        return name;
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length].TrimEnd('.', '-');
}

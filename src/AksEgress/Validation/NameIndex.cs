using AksEgress.Diagnostics;

namespace AksEgress.Validation;

/// <summary>Things by their names. Upper and lower case are the same, as in Azure.</summary>
/// <typeparam name="T">The things.</typeparam>
internal sealed class NameIndex<T>
    where T : class
{
    private const int MaxCompared = 200;

    private readonly Dictionary<string, T> _byName = new(StringComparer.OrdinalIgnoreCase);

    public NameIndex(IEnumerable<T> items, Func<T, string> nameOf, bool isComplete)
    {
        IsComplete = isComplete;
        foreach (var item in items)
        {
            _byName.TryAdd(nameOf(item), item);
        }
    }

    /// <summary>True when every name could be read: only then is an unknown name a mistake.</summary>
    public bool IsComplete { get; }

    /// <summary>Which name was probably meant. Among very many names none is looked for: who misspells as many would wait for each to be compared with all.</summary>
    public string Suggest(string name) =>
        _byName.Count > MaxCompared ? FormattableString.Invariant($"There are {_byName.Count} others.") : NearestWord.Suggest(name, Names);

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>What has the name, or null.</summary>
    public T? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    /// <summary>True when nothing has the name although something could.</summary>
    public bool Lacks(string? name) => name is not null && IsComplete && !_byName.ContainsKey(name);
}

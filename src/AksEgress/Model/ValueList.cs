using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace AksEgress.Model;

/// <summary>An immutable list that is equal to another with equal elements. Written as a collection expression: <c>[a, b]</c>.</summary>
/// <typeparam name="T">Type of the elements. One that is null is an <see cref="ArgumentNullException"/>.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal ValueList(ImmutableArray<T> items)
    {
        for (var i = 0; !typeof(T).IsValueType && i < items.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(items[i], $"[{i}]");
        }

        _items = items;
    }

    /// <summary>No elements.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>Enumerates without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => _items.GetEnumerator();

    // Our own code, unlike the framework's for our value types, is compiled ahead of time.
    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        for (var i = 0; i < _items.Length; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <summary>The index of the first element that is asked for, or -1.</summary>
    internal int FindIndex(Func<T, bool> isAsked)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (isAsked(_items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

using System.Collections;

namespace AksEgress.Rendering;

/// <summary>A Bicep object. Properties whose value is null are left out.</summary>
internal sealed class BicepObject : IEnumerable<KeyValuePair<object, object>>
{
    private readonly List<KeyValuePair<object, object>> _properties = [];

    /// <summary>Adds a property, unless it has no value.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null)
        {
            _properties.Add(new(name, value));
        }
    }

    /// <summary>Adds a property whose name is computed by the template.</summary>
    public void Add(BicepExpression name, object value) => _properties.Add(new(name, value));

    public IEnumerator<KeyValuePair<object, object>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

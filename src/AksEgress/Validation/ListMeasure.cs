using System.Runtime.InteropServices;
using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Measures lists, each once: rules that name no source share one list of all subnets with nodes and pods.</summary>
/// <typeparam name="T">The elements.</typeparam>
/// <param name="measure">What is measured.</param>
internal sealed class ListMeasure<T>(Func<ValueList<T>, long> measure)
{
    private readonly Dictionary<ValueList<T>, long> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The measure of a list.</summary>
    public long Of(ValueList<T> list)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, list, out var isKnown);
        return isKnown ? known : known = measure(list);
    }
}

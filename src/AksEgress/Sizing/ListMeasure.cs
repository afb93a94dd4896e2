using System.Runtime.InteropServices;
using AksEgress.Model;

namespace AksEgress.Sizing;

/// <summary>Measures lists, each once: rules that name no source share one list of all subnets with nodes and pods.</summary>
/// <typeparam name="T">The elements.</typeparam>
/// <typeparam name="TMeasure">The measure.</typeparam>
/// <param name="measure">What is measured.</param>
internal sealed class ListMeasure<T, TMeasure>(Func<ValueList<T>, TMeasure> measure)
{
    private readonly Dictionary<ValueList<T>, TMeasure?> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The measure of a list.</summary>
    public TMeasure Of(ValueList<T> list)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, list, out var isKnown);
        if (!isKnown)
        {
            known = measure(list);
        }

        return known!;
    }
}

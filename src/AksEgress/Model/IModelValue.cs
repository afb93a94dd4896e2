using System.Diagnostics.CodeAnalysis;

namespace AksEgress.Model;

/// <summary>A value with a textual form of its own: an address, a prefix, a host name. Holds only valid values.</summary>
/// <typeparam name="T">The value type.</typeparam>
public interface IModelValue<T>
    where T : struct, IModelValue<T>
{
    /// <summary>Reads the textual form.</summary>
    /// <param name="text">The text, without white space around it.</param>
    /// <param name="value">The value.</param>
    /// <param name="problem">Why there is none.</param>
    static abstract bool TryParse(string text, out T value, [NotNullWhen(false)] out ValueProblem? problem);
}

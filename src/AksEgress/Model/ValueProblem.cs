using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>Why a text is not a value of its type.</summary>
/// <param name="Descriptor">The rule that it breaks.</param>
/// <param name="Message">The text, what is wrong with it, and what to write instead.</param>
public sealed record ValueProblem(DiagnosticDescriptor Descriptor, string Message)
{
    /// <summary>Reads a value that a program wrote down.</summary>
    /// <exception cref="FormatException">The text is not a value of the type; the message is that of the diagnostic, with its code.</exception>
    internal static T Parse<T>(string text)
        where T : struct, IModelValue<T> =>
        T.TryParse(text, out var value, out var problem)
            ? value
            : throw new FormatException($"{problem.Descriptor.Code}: {problem.Message}");
}

using System.Runtime.CompilerServices;
using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>
/// A part of a topology. What is left out is null and derived by resolution; what is said is kept as it was said, also when it is wrong, so
/// that it can be found.
/// </summary>
public abstract record Node
{
    /// <summary>Where the node was said; for derived nodes, where that was said which they are derived from.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>The place of a member, or of an element of its list.</summary>
    internal SourceSpan At(string member, int index = -1) => Origin.Of(member, index);

    /// <summary>True when something was said under the member that could not be read. Nothing can be concluded from what is missing there.</summary>
    internal bool IsUnreadable(string member) => Origin.IsUnreadable(member);

    /// <summary>The value of a member that must have one: projects that do not check for null find out here, and not when it is used.</summary>
    private protected static T NotNull<T>(T? value, [CallerMemberName] string member = "")
        where T : class => value ?? throw new ArgumentNullException(member);
}

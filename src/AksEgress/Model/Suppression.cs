using AksEgress.Diagnostics;

namespace AksEgress.Model;

/// <summary>
/// A finding that is known and accepted. In documents it stands next to what it is about: every mapping takes a list of them under <c>suppress</c>.
/// What is an error by itself cannot be suppressed.
/// </summary>
public sealed record Suppression : Node
{
    /// <summary>The code of the finding.</summary>
    public required string Code { get; init => field = NotNull(value); }

    /// <summary>Why it is accepted.</summary>
    public required string Reason { get; init => field = NotNull(value); }

    /// <summary>The last day on which it works; compared with <see cref="DiagnosticOptions.Today"/>. Default: it does not end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where the findings stand that it is about. Default: anywhere in the topology, which is all that C# can say, where nothing has a place.</summary>
    public SourceSpan Scope { get; init; }
}

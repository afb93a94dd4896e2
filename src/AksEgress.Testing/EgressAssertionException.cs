namespace AksEgress.Testing;

/// <summary>A topology is not as a test wants it; the message explains it.</summary>
#pragma warning disable CA1032 // Thrown here only, always with its explanation.
public sealed class EgressAssertionException : Exception, IAssertionException
#pragma warning restore CA1032
{
    internal EgressAssertionException(string message)
        : base(message)
    {
    }
}

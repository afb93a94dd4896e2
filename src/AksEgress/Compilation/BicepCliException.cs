namespace AksEgress.Compilation;

/// <summary>The Bicep CLI could not be started, did not answer, or refused a call. The message says which CLI, what happened and what to do.</summary>
public sealed class BicepCliException : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public BicepCliException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    public BicepCliException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="innerException">What it was noticed by.</param>
    public BicepCliException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

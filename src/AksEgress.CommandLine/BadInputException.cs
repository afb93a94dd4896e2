using AksEgress.Diagnostics;

namespace AksEgress.CommandLine;

/// <summary>Somebody asked for what cannot be; the message, or each finding, says what to write instead.</summary>
internal sealed class BadInputException : Exception
{
    /// <summary>The command itself is wrong.</summary>
    public BadInputException(string message)
        : base(message)
    {
    }

    /// <summary>What the command was given to read is wrong.</summary>
    public BadInputException(DiagnosticBag findings) => Findings = findings;

    /// <summary>What is wrong with what was read; null where the command is wrong.</summary>
    public DiagnosticBag? Findings { get; }
}

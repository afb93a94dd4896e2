namespace AksEgress.CommandLine;

/// <summary>What scripts get.</summary>
internal static class ExitCode
{
    /// <summary>Yes; nothing found.</summary>
    public const int Yes = 0;

    /// <summary>No; something found.</summary>
    public const int No = 1;

    /// <summary>The question cannot be answered as it was asked.</summary>
    public const int BadInput = 2;

    /// <summary>A mistake of the command itself.</summary>
    public const int OurFault = 3;

    /// <summary>Interrupted by Ctrl+C, as shells have it.</summary>
    public const int Interrupted = 130;
}

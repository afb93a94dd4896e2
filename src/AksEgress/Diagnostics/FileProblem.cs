using AksEgress.Files;

namespace AksEgress.Diagnostics;

/// <summary>Why a file or folder cannot be used and what to do, in sentences: what the system throws is made for programmers.</summary>
internal static class FileProblem
{
    /// <summary>Why a file cannot be read.</summary>
    /// <param name="exception">What the system threw.</param>
    /// <param name="path">The file.</param>
    public static string OfReading(Exception exception, string? path) =>
        exception is NoRegularFileException ? exception.Message
        : Directory.Exists(path) ? "It is a folder. Name a file."
        : exception is FileNotFoundException or DirectoryNotFoundException ? "There is no such file. Check its name and folder."
        : OfUsing(exception, "read");

    /// <summary>Why a folder cannot be read.</summary>
    /// <param name="exception">What the system threw.</param>
    /// <param name="path">The folder.</param>
    public static string OfReadingFolder(Exception exception, string path) =>
        File.Exists(path) ? "It is a file. Name a folder."
        : exception is DirectoryNotFoundException ? "There is no such folder. Check its name."
        : OfUsing(exception, "read");

    /// <summary>Why a file cannot be written or removed.</summary>
    /// <param name="exception">What the system threw.</param>
    /// <param name="path">The file.</param>
    public static string OfWriting(Exception exception, string path) =>
        Directory.Exists(path) ? "A folder has this name. Choose another one, or remove it."
        : exception is DirectoryNotFoundException ? "Its folder is not there. Make it first."
        : OfUsing(exception, "write");

    private static string OfUsing(Exception exception, string what) => exception switch
    {
        NoRegularFileException => exception.Message,
        UnauthorizedAccessException => $"The permissions do not let you {what} it. Change them, or run as somebody who may.",
        PathTooLongException => "Its path is longer than the system takes. Use a shorter one.",
        // Anything else comes from the disk or network, and only the system knows what.
        _ => $"The system says: {exception.Message} Check that nothing else has it open.",
    };
}

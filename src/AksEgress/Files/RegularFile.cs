using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AksEgress.Files;

/// <summary>Files by names that a document or a folder gives. Whoever opens a named pipe waits for its other end, perhaps forever: what is a pipe or a device that cannot be read from its beginning is refused.</summary>
internal static partial class RegularFile
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="NoRegularFileException">It is a pipe or a device.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenRead(string path)
    {
        if (!OperatingSystem.IsWindows() && IsPipe(path))
        {
            throw new NoRegularFileException(path);
        }

        var stream = File.OpenRead(path);
        if (!stream.CanSeek)
        {
            stream.Dispose();
            throw new NoRegularFileException(path);
        }

        return stream;
    }

    /// <summary>Reads a file as UTF-8.</summary>
    /// <inheritdoc cref="OpenRead"/>
    public static string ReadAllText(string path)
    {
        using var reader = new StreamReader(OpenRead(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The full path of a file or folder that is there, without links.</summary>
    public static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var own = Path.Combine(RealPath(folder), Path.GetFileName(path));
        return File.ResolveLinkTarget(own, returnFinalTarget: true) is { } target ? RealPath(target.FullName) : own;
    }

    private static bool IsPipe(string path)
    {
        // What cannot be opened so, File.OpenRead does not open either, and says why.
        const int ReadOnlyAndClosedInChildren = 0x80000, WithoutWaiting = 0x800, OfBsdReadOnlyAndClosedInChildren = 0x1000000, OfBsdWithoutWaiting = 0x4;
        using var handle = Open(path, OperatingSystem.IsLinux() ? ReadOnlyAndClosedInChildren | WithoutWaiting : OfBsdReadOnlyAndClosedInChildren | OfBsdWithoutWaiting);
        if (handle.IsInvalid)
        {
            return false;
        }

        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return !stream.CanSeek;
    }

    // .NET says of no file what it is, and opens none without waiting.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags);
}

using System.Globalization;

namespace AksEgress.Generation;

/// <summary>
/// Holds files until it is known that all are good. Folders have numbers: a topology's name is not known to be a good file name before that.
/// </summary>
internal sealed class StagingArea(string root) : IDisposable
{
    /// <summary>The path of a file at the root of the area; what lies there applies to every document.</summary>
    public string Shared(string name) => Path.Combine(root, name);

    /// <summary>The folder of a document.</summary>
    public string Folder(int index) => Folder(root, index);

    /// <summary>The folder of one of several that belong together.</summary>
    public static string Folder(string parent, int index) => Path.Combine(parent, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts anew; a run that was killed leaves files behind.</summary>
    /// <exception cref="IOException">What is there cannot be removed, or nothing can be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is there may not be removed, or nothing may be written.</exception>
    public void Clear()
    {
        Delete();
        Directory.CreateDirectory(root);
    }

    /// <summary>Removes everything, or leaves to the next run what something else holds open: the outputs are in place by now.</summary>
    public void Dispose()
    {
        try
        {
            Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private void Delete()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }
}

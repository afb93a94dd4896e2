using AksEgress.Files;
using AksEgress.Rendering;

namespace AksEgress.Testing;

/// <summary>The files that somebody approved for a test, as Verify names those of a directory.</summary>
internal sealed class ApprovedFiles(string testFile, string testMethod, string topology)
{
    private readonly string _folder = Path.Combine(FolderOf(testFile), $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}", topology);

    /// <summary>What is different, and what to do; null where nothing is. Received files stay where they are different, and only there.</summary>
    public string? Compare(IReadOnlyList<RenderedFile> files)
    {
        var differences = new List<string>();
        foreach (var file in files)
        {
            var (verified, received) = (PathOf(file, "verified"), PathOf(file, "received"));
            if (File.Exists(received))
            {
                File.Delete(received);
            }

            var approved = File.Exists(verified) ? Lf(RegularFile.ReadAllText(verified)) : null;
            if (approved == file.Content)
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
            File.WriteAllText(received, file.Content);
            differences.Add(approved is null ? $"new: {file.Path}" : $"changed: {file.Path}, {FirstDifference(approved, file.Content)}");
        }

        differences.AddRange(AllVerified().Except(files.Select(file => PathOf(file, "verified"))).Order(StringComparer.Ordinal).Select(stale => $"no longer written: {Path.GetRelativePath(_folder, stale)}"));
        return differences.Count == 0 ? null : $"Read X.received.* in {_folder}; to approve a file rename it to X.verified.*, and remove what is no longer written.{string.Concat(differences.Select(difference => $"\n  {difference}"))}";
    }

    private static string FirstDifference(string approved, string received)
    {
        var (before, now) = (approved.Split('\n'), received.Split('\n'));
        var line = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return FormattableString.Invariant($"line {line + 1}:\n    approved: {before.ElementAtOrDefault(line)}\n    received: {now.ElementAtOrDefault(line)}");
    }

    // Version control may have changed them.
    private static string Lf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private IEnumerable<string> AllVerified() => Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.verified.*", SearchOption.AllDirectories) : [];

    private string PathOf(RenderedFile file, string state) =>
        Path.Combine(_folder, Path.GetDirectoryName(file.Path)!, $"{Path.GetFileNameWithoutExtension(file.Path)}.{state}{Path.GetExtension(file.Path)}");

    /// <summary>The folder of the test; where a deterministic build says <c>/_/tests/PolicyTests.cs</c>, found from the folder that the tests run in.</summary>
    private static string FolderOf(string testFile)
    {
        var path = testFile.Replace('\\', Path.DirectorySeparatorChar);
        for (var folder = AppContext.BaseDirectory; !File.Exists(path) && folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, string.Join(Path.DirectorySeparatorChar, testFile.Split('/', '\\').Skip(2)));
            path = File.Exists(candidate) ? candidate : path;
        }

        return File.Exists(path) ? Path.GetDirectoryName(path)! : throw new EgressAssertionException($"Approved files lie beside the test, and its source '{testFile}' is not on this machine. Run the tests where they were built.");
    }
}

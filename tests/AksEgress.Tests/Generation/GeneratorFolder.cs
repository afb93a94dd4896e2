using AksEgress.Tests.Compilation;

namespace AksEgress.Tests.Generation;

/// <summary>Documents, templates and outputs of one run.</summary>
public sealed class GeneratorFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string OutputDirectory => Path.Combine(_folder.Path, "out");

    public string StagingDirectory => Path.Combine(_folder.Path, "obj", "staging");

    public GenerationOptions Options => new() { OutputDirectory = OutputDirectory, StagingDirectory = StagingDirectory, ArmCompilation = ArmCompilation.Never };

    /// <summary>What there is below the output folder, with the time of its last change.</summary>
    public IEnumerable<(string File, DateTime Time)> Outputs => Directory.Exists(OutputDirectory)
        ? Directory.EnumerateFiles(OutputDirectory, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(OutputDirectory, file).Replace('\\', '/'), File.GetLastWriteTimeUtc(file)))
            .Order()
        : [];

    public string Document(string file, string name) => _folder.Write(file, SmallDocument.Of(name));

    public string Write(string file, string text) => _folder.Write(file, text);

    public void Dispose() => _folder.Dispose();
}

using System.Diagnostics;
using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.Files;
using AksEgress.Import;
using AksEgress.Parsing;

namespace AksEgress;

/// <summary>
/// Reads topologies from whatever describes them: documents, Bicep (<c>.bicep</c>, <c>.bicepparam</c>), ARM templates, what <c>az</c> prints of deployed resources, and folders of such JSON.
/// One Bicep CLI serves all templates that an instance reads; it starts with the first.
/// </summary>
public sealed class TopologySourceReader : IAsyncDisposable
{
    private readonly TopologySourceOptions _options;
    private readonly Stopwatch _bicep = new();
    private BicepCli? _cli;

    /// <summary>A reader.</summary>
    /// <param name="options">What templates are read with. Default: no parameters, and no Bicep CLI.</param>
    public TopologySourceReader(TopologySourceOptions? options = null) => _options = options ?? new();

    /// <summary>The time that the Bicep CLI took so far, its start included.</summary>
    public TimeSpan BicepTime => _bicep.Elapsed;

    /// <summary>Reads a topology. Never throws for what a source says.</summary>
    /// <param name="path">The full path of a file, or of a folder with JSON files.</param>
    /// <param name="name">Its name in findings. Default: the path.</param>
    /// <param name="cancellationToken">Ends the Bicep CLI.</param>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The source cannot be read.</exception>
    /// <exception cref="BicepCliException">The Bicep CLI cannot be started or did not answer.</exception>
    public async Task<TopologySource> ReadAsync(string path, string? name = null, CancellationToken cancellationToken = default)
    {
        name ??= path;
        if (Directory.Exists(path))
        {
            return await ReadFolderAsync(path, name, cancellationToken);
        }

        if (IsBicep(path))
        {
            return await new TemplateReading(this, new(), name).ReadBicepAsync(path, cancellationToken);
        }

        await using var stream = SourceFile.Open(path);
        return await ReadAsync(stream, name, path, cancellationToken);
    }

    /// <summary>Reads a topology from a stream: a document or JSON. Never throws for what it says.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="name">Its name in findings.</param>
    /// <param name="path">Where it comes from, which templates with modules and documents that include files need. Default: nowhere.</param>
    /// <param name="cancellationToken">Ends the Bicep CLI.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="BicepCliException">The Bicep CLI cannot be started or did not answer.</exception>
    public async Task<TopologySource> ReadAsync(Stream utf8, string name, string? path = null, CancellationToken cancellationToken = default)
    {
        var bytes = await SourceFile.ReadAsync(utf8, cancellationToken);
        return SourceFile.IsJson(bytes.Span) && !IsYaml(path)
            ? await new TemplateReading(this, new(), name).ReadJsonAsync([(bytes, name, path)], cancellationToken)
            : new(name, TopologyDocument.Parse(bytes.Span, name, path is null ? null : SourceFile.Beside(path)));
    }

    /// <summary>Ends the Bicep CLI, if it was started.</summary>
    public ValueTask DisposeAsync() => _cli?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal TopologySourceOptions Options => _options;

    /// <summary>Asks the Bicep CLI; null, reported, where there is none.</summary>
    internal async Task<T?> AskBicepAsync<T>(Func<BicepCli, Task<T>> ask, string name, DiagnosticBag diagnostics, CancellationToken cancellationToken)
        where T : class
    {
        if (_options.BicepPath is not { } path)
        {
            diagnostics.Add(
                ImportDiagnostics.Unreadable,
                SourceSpan.WholeFile(name),
                "A template is read with the Bicep CLI, and none was found. Get one with 'az bicep install', or put 'bicep' on the PATH.");
            return null;
        }

        _bicep.Start();
        try
        {
            _cli ??= await BicepCli.StartAsync(path, cancellationToken: cancellationToken);
            return await ask(_cli);
        }
        finally
        {
            _bicep.Stop();
        }
    }

    private static bool IsBicep(string path) => HasExtension(path, ".bicep", ".bicepparam");

    /// <summary>YAML in brackets looks like JSON.</summary>
    private static bool IsYaml(string? path) => HasExtension(path, ".yaml", ".yml");

    private static bool HasExtension(string? path, params ReadOnlySpan<string> extensions) => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private async Task<TopologySource> ReadFolderAsync(string path, string name, CancellationToken cancellationToken)
    {
        var files = new List<(ReadOnlyMemory<byte> Utf8, string Name, string? Path)>();
        foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = RegularFile.OpenRead(file);
            files.Add((await SourceFile.ReadAsync(stream, cancellationToken), Path.Combine(name, Path.GetFileName(file)), file));
        }

        var reading = new TemplateReading(this, new(), name);
        return files.Count > 0 ? await reading.ReadJsonAsync(files, cancellationToken) : reading.Fail("The folder has no JSON file. Give it what 'az … -o json' prints, or name a document or a template.");
    }
}

using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.MSBuild.Host;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AksEgress.MSBuild;

/// <summary>Writes the files of every document, and of every topology of an assembly, or none of them when one is wrong. All paths are full paths.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateTopologies : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The documents.</summary>
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>The assembly whose code gives topologies, as it lies among its dependencies. Without one, no code is run.</summary>
    public string? Assembly { get; set; }

    /// <summary>What says with which frameworks the assembly runs. Where there is none, .NET without further frameworks.</summary>
    public string? RuntimeConfiguration { get; set; }

    /// <summary>The folders of packages that are not copied to the assembly.</summary>
    public string[] PackageFolders { get; set; } = [];

    /// <summary>What paths the compiler wrote for others, as it takes it: <c>path=other,path=other</c>.</summary>
    public string? PathMap { get; set; }

    /// <summary>The program <c>dotnet</c>, which runs the assembly.</summary>
    public string? DotNet { get; set; }

    /// <summary>The folder that takes one folder per topology.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>A folder for files on their way.</summary>
    [Required]
    public string StagingDirectory { get; set; } = "";

    /// <summary>A folder of templates that replace ours by name.</summary>
    public string? TemplatesDirectory { get; set; }

    /// <summary><c>auto</c>, <c>true</c> or <c>false</c>.</summary>
    [Required]
    public string CompileArm { get; set; } = "";

    /// <summary>The Bicep CLI, where the user names one.</summary>
    public string? BicepPath { get; set; }

    /// <summary>Where it is looked for otherwise, in the form of the variable <c>PATH</c>.</summary>
    public string? SearchPath { get; set; }

    /// <summary>The folder of the copy that the Azure CLI installs.</summary>
    public string? AzureCliBin { get; set; }

    /// <summary>Severities of codes: items with <c>Severity</c>.</summary>
    public ITaskItem[] Severity { get; set; } = [];

    /// <summary>The codes that the build does not want to hear of, as MSBuild and the compiler take them. Codes of others may stand there too.</summary>
    public string[] NoWarn { get; set; } = [];

    /// <summary>The codes whose warnings the command line makes errors; what the project makes errors comes to these by itself.</summary>
    public string[] WarningsAsErrors { get; set; } = [];

    /// <summary>The day that the dates of suppressions are compared with, as <c>2027-01-31</c>.</summary>
    public string? Today { get; set; }

    /// <summary>A file that takes the findings in SARIF.</summary>
    public string? SarifLog { get; set; }

    /// <summary>The folder that the paths in that file are relative to.</summary>
    public string? SourceRoot { get; set; }

    /// <summary>The project, as the place of what has none of its own.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder of the help pages.</summary>
    [Required]
    public string HelpDirectory { get; set; } = "";

    /// <summary>The files written, with <c>Kind</c>, <c>Topology</c> and <c>RelativePath</c>.</summary>
    [Output]
    public ITaskItem[] Outputs { get; private set; } = [];

    /// <summary>The files read beside the documents.</summary>
    [Output]
    public ITaskItem[] Dependencies { get; private set; } = [];

    /// <summary>True when there is a warning: the next build repeats it, and may be told that it is an error.</summary>
    [Output]
    public bool HasWarnings { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var log = new DiagnosticLog(Log, ProjectFile, HelpDirectory);
        try
        {
            var documents = Array.ConvertAll(Documents, document => document.GetMetadata("FullPath"));
            var settings = DiagnosticSettings.Read(this);
            var options = Options(settings.ToOptions());
            var work = string.IsNullOrEmpty(Assembly)
                ? TopologyGenerator.GenerateAsync(documents, options, _cancellation.Token)
                : new CodeProcess(this, new(DotNet!, RuntimeConfiguration, PackageFolders, ProjectFile), new(Assembly, documents, options, [.. settings.WarningsAsErrors])).RunAsync(_cancellation.Token);
            var result = work.GetAwaiter().GetResult();
            foreach (var diagnostic in result.Diagnostics)
            {
                log.Write(diagnostic);
            }

            WriteSarif(result.Diagnostics, log);
            HasWarnings = result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
            Outputs = [.. result.Files.Select(ToItem)];
            Dependencies = [.. result.Dependencies.Select(file => new TaskItem(file))];
            return !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
#pragma warning disable CA1031 // Whatever it is, users get one error with a code instead of MSBuild's stack trace under no code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Write(GenerationDiagnostics.Unexpected.At(SourceSpan.None, $"AksEgress failed unexpectedly. Please report it with the document or code. {e}"));
            return false;
        }
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private void WriteSarif(DiagnosticBag diagnostics, DiagnosticLog log)
    {
        if (string.IsNullOrEmpty(SarifLog))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(SarifLog)!);
            using var file = File.Create(SarifLog);
            DiagnosticReport.WriteSarif(file, diagnostics, SourceRoot, ProjectFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Write(GenerationDiagnostics.UnwritableOutput.At(SourceSpan.None, $"The SARIF log '{SarifLog}' cannot be written. {FileProblem.OfWriting(e, SarifLog)}"));
        }
    }

    private static TaskItem ToItem(GeneratedFile file) => new(file.Path, new Dictionary<string, string>
    {
        ["Kind"] = file.Kind.ToString(),
        ["Topology"] = file.Topology,
        ["RelativePath"] = file.RelativePath,
    });

    private GenerationOptions Options(DiagnosticOptions diagnostics) => new()
    {
        OutputDirectory = OutputDirectory,
        StagingDirectory = StagingDirectory,
        TemplatesDirectory = string.IsNullOrEmpty(TemplatesDirectory) ? null : TemplatesDirectory,
        ArmCompilation = CompileArm.ToUpperInvariant() switch
        {
            "TRUE" => ArmCompilation.Always,
            "FALSE" => ArmCompilation.Never,
            _ => ArmCompilation.Auto,
        },
        // A named CLI that is missing is an error that names it, no reason to look for another one.
        BicepPath = string.IsNullOrEmpty(BicepPath) ? BicepCliLocator.Find(SearchPath, AzureCliBin) : BicepPath,
        Diagnostics = diagnostics,
    };
}

using System.ComponentModel;
using AksEgress.MSBuild.Host;
using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>How the process starts that runs code, early or when it is needed.</summary>
/// <param name="DotNet">The program <c>dotnet</c>.</param>
/// <param name="RuntimeConfiguration">What says with which frameworks the code runs. Where there is none, .NET without further frameworks.</param>
/// <param name="PackageFolders">The folders of packages that are not copied to the code.</param>
/// <param name="ProjectFile">The project, in whose folder the code runs.</param>
internal sealed record HostStart(string DotNet, string? RuntimeConfiguration, IReadOnlyList<string> PackageFolders, string ProjectFile)
{
    /// <summary>Starts a process that rehearses, for <see cref="Take"/> later in this build; when nothing takes it, it ends with the build.</summary>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public void Early(IBuildEngine4 engine)
    {
        var arguments = Arguments();
        if (engine.GetRegisteredTaskObject(Key(arguments), RegisteredTaskObjectLifetime.Build) is null)
        {
#pragma warning disable CA2000 // Whoever takes it disposes of it, or else the build.
            engine.RegisterTaskObject(Key(arguments), Start(arguments, rehearses: true), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
#pragma warning restore CA2000
        }
    }

    /// <summary>The process that was started early with the same frameworks, or else a new one.</summary>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public HostProcess Take(IBuildEngine4 engine)
    {
        var arguments = Arguments();
        var early = engine.UnregisterTaskObject(Key(arguments), RegisteredTaskObjectLifetime.Build) as HostProcess;
        if (early is { Process.HasExited: false })
        {
            return early;
        }

        early?.Dispose();
        return Start(arguments, rehearses: false);
    }

    private HostProcess Start(List<string> arguments, bool rehearses) => new(DotNet, arguments, Path.GetDirectoryName(ProjectFile), rehearses);

    /// <summary>Equal for processes that can stand in for each other.</summary>
    private string Key(List<string> arguments) => string.Join('\n', [ProjectFile, File.Exists(RuntimeConfiguration) ? File.ReadAllText(RuntimeConfiguration) : "", DotNet, .. arguments]);

    private List<string> Arguments()
    {
        List<string> arguments = ["exec"];
        if (File.Exists(RuntimeConfiguration))
        {
            arguments.AddRange(["--runtimeconfig", RuntimeConfiguration]);
        }

        foreach (var folder in PackageFolders.Where(Directory.Exists))
        {
            arguments.AddRange(["--additionalprobingpath", Path.TrimEndingDirectorySeparator(folder)]);
        }

        arguments.Add(typeof(HostRequest).Assembly.Location);
        return arguments;
    }
}

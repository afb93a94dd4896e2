using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AksEgress.MSBuild.Host;
using Microsoft.Build.Framework;

namespace AksEgress.MSBuild;

/// <summary>How the process starts that runs code, early or when it is needed. It ends when its standard input does.</summary>
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
        var (key, start) = Describe();
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is null)
        {
            start.ArgumentList.Add(Rehearsal.Argument);
            engine.RegisterTaskObject(key, Process.Start(start)!, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        }
    }

    /// <summary>The process that was started early with the same frameworks, or else a new one.</summary>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public Process Take(IBuildEngine4 engine)
    {
        var (key, start) = Describe();
        return engine.UnregisterTaskObject(key, RegisteredTaskObjectLifetime.Build) as Process ?? Process.Start(start)!;
    }

    private (string Key, ProcessStartInfo Start) Describe()
    {
        List<string> arguments = ["exec"];
        var configured = File.Exists(RuntimeConfiguration) ? File.GetLastWriteTimeUtc(RuntimeConfiguration) : default;
        if (configured != default)
        {
            arguments.AddRange(["--runtimeconfig", RuntimeConfiguration!]);
        }

        foreach (var folder in PackageFolders.Where(Directory.Exists))
        {
            arguments.AddRange(["--additionalprobingpath", Path.TrimEndingDirectorySeparator(folder)]);
        }

        arguments.Add(typeof(HostRequest).Assembly.Location);
        return (
            string.Join('\n', [ProjectFile, configured.Ticks.ToString(CultureInfo.InvariantCulture), DotNet, .. arguments]),
            new(DotNet, arguments)
            {
                WorkingDirectory = Path.GetDirectoryName(ProjectFile),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
                // It runs once: what is compiled for later runs costs time now.
                Environment = { ["DOTNET_TieredPGO"] = "0" },
            });
    }
}

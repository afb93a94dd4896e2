using System.Security.Cryptography;

namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>A user's project with the package and one document.</summary>
public sealed class TestProject
{
    private readonly Workspace _workspace;

    public TestProject(Workspace workspace, string? folder = null, string name = "p", string framework = "<TargetFramework>net10.0</TargetFramework>")
    {
        _workspace = workspace;
        Folder = folder ?? workspace.NewFolder();
        Name = name;
        WriteProject(framework + "<AksEgressCompileArm>false</AksEgressCompileArm>");
        Write("a.egress.yaml", Document("aks-egress"));
    }

    public string Folder { get; }

    public string Name { get; }

    /// <summary>A document with nothing but what it must have.</summary>
    public static string Document(string name) => SmallDocument.Of(name);

    private string Kept => Folder + ".kept";

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Writes the project file.</summary>
    public void WriteProject(string properties, string items = "", string sdk = "Microsoft.NET.Sdk") => Write(
        $"{Name}.csproj",
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup><PackageReference Include="AksEgress.MSBuild" Version="{_workspace.Version}" />{items}</ItemGroup>
        </Project>
        """);

    public Task<DotNetRun> BuildAsync(params string[] arguments) => RunAsync(["build", .. arguments]);

    /// <summary>Builds on the condition that there is nothing to do.</summary>
    public Task<DotNetRun> QuestionAsync(params string[] arguments) => RunAsync(["build", "--no-restore", "-question", .. arguments]);

    /// <summary>Runs just our target, on a project that was restored.</summary>
    public Task<DotNetRun> GenerateAsync(params string[] arguments) => RunAsync(["msbuild", "-t:AksEgressGenerate", .. arguments]);

    public Task<DotNetRun> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        DotNet.RunAsync(Folder, [arguments[0], $"{Name}.csproj", "-nr:false", "-tl:off", "-v:minimal", .. arguments[1..]], environment);

    /// <summary>Keeps the folder as it is now, for <see cref="Reset"/>.</summary>
    public void Keep() => Copy(Folder, Kept);

    /// <summary>Makes the folder again what it was when it was kept, with the times of its files.</summary>
    public void Reset()
    {
        Directory.Delete(Folder, recursive: true);
        Copy(Kept, Folder);
    }

    /// <summary>The files below a folder, by their path there, with a hash of each.</summary>
    public SortedDictionary<string, string> Files(string folder)
    {
        var root = PathOf(folder);
        return Directory.Exists(root)
            ? new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
                file => Path.GetRelativePath(root, file).Replace('\\', '/'),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))))
            : [];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}

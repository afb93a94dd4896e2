using System.Diagnostics;
using System.Reflection;
using AksEgress.Diagnostics;

namespace AksEgress.MSBuild.Host;

/// <summary>Reads the topologies of an assembly.</summary>
internal static class CodeReader
{
    /// <summary>Loads the assembly and runs its members. What is wrong with the assembly as a whole is added to the problems.</summary>
    public static IReadOnlyList<MemberTopologies> Read(string path, List<Diagnostic> problems)
    {
        try
        {
            var context = new CodeLoadContext(path);
            if (OtherVersion(context) is { } other)
            {
                problems.Add(other);
                return [];
            }

            var members = TopologyMember.FindAll(context.LoadFromAssemblyPath(path));
            if (members.Count == 0)
            {
                problems.Add(CodeDiagnostics.NoMember.At(
                    SourceSpan.None,
                    $"AksEgressGenerateFromCode is true, but '{Path.GetFileName(path)}' has no topology. Write one as a public static member of a public class, or leave the property out."));
            }

            return [.. members.Select(member => member.Read())];
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException or ReflectionTypeLoadException or InvalidOperationException)
        {
            var cause = e is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : e;
            problems.Add(CodeDiagnostics.UnreadableAssembly.At(
                SourceSpan.None, $"'{path}' cannot be read. {cause.Message} It and what it depends on must be in the output folder or a package folder of this machine."));
            return [];
        }
    }

    private static Diagnostic? OtherVersion(CodeLoadContext context)
    {
        var own = VersionOf(typeof(TopologyMember).Assembly.Location);
        return context.PathOfShared is not { } path || VersionOf(path) == own ? null : CodeDiagnostics.OtherVersion.At(
            SourceSpan.None, $"The project uses AksEgress {VersionOf(path)}, and the build AksEgress.MSBuild {own}. Use the same version of both packages.");
    }

    private static string? VersionOf(string file) => FileVersionInfo.GetVersionInfo(file).ProductVersion?.Split('+')[0];
}

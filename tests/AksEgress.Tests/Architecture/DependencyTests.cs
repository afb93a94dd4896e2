using System.Text.RegularExpressions;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Architecture;

/// <summary>Dependencies point one way: facade → stages → Sizing → Knowledge and Model → Diagnostics → Files; read from the sources.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] _foundation = ["Files", "Diagnostics", "Knowledge", "Model"];

    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["Files"] = [],
        ["Diagnostics"] = ["Files"],
        ["Knowledge"] = ["Diagnostics", "Model"],
        ["Model"] = ["Diagnostics", "Knowledge"],
        ["Parsing"] = _foundation,
        ["Resolution"] = _foundation,
        ["Sizing"] = _foundation,
        ["Validation"] = [.. _foundation, "Sizing"],
        ["Rendering"] = [.. _foundation, "Analysis"],
        ["Compilation"] = _foundation,
        ["Import"] = _foundation,
        ["Analysis"] = [.. _foundation, "Sizing"],
    };

    private static readonly string _library = Repository.PathOf("src", "AksEgress");

    public static TheoryData<string> Folders => [.. _allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_stage_knows_what_is_below_it_alone(string folder)
    {
        var offences =
            from file in Sources(folder)
            from Match match in Reference().Matches(File.ReadAllText(file))
            let used = match.Groups[1].Value
            where used != folder && !_allowed[folder].Contains(used)
            select $"{Path.GetRelativePath(_library, file)}: {match.Value}";

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("YamlDotNet", "Parsing")]
    [InlineData("Scriban", "Rendering")]
    [InlineData("StreamJsonRpc", "Compilation")]
    [InlineData("System.Diagnostics.Process|ProcessStartInfo", "Compilation")]
    public void A_library_is_known_to_one_stage(string pattern, string folder)
    {
        var offences =
            from file in Sources("")
            where !file.StartsWith(Path.Combine(_library, folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            where Regex.IsMatch(Code(file), $@"\b({pattern})\b")
            select Path.GetRelativePath(_library, file);

        Assert.Empty(offences);
        Assert.Contains(Sources(folder), file => Regex.IsMatch(Code(file), $@"\b({pattern})\b"));
    }

    [Fact]
    public void Every_folder_of_the_library_has_its_place_in_the_order()
    {
        string[] facade = ["Generation"];
        var folders = Sources("").Select(file => Path.GetRelativePath(_library, file).Split(Path.DirectorySeparatorChar)).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct();

        Assert.Equal(_allowed.Keys.Concat(facade).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var offences =
            from file in Sources("")
            let folder = Path.GetDirectoryName(Path.GetRelativePath(_library, file))!
            let expected = folder.Length == 0 ? "AksEgress" : "AksEgress." + folder.Replace(Path.DirectorySeparatorChar, '.')
            where !Regex.IsMatch(File.ReadAllText(file), $"^namespace {Regex.Escape(expected)};$", RegexOptions.Multiline)
            select Path.GetRelativePath(_library, file);

        Assert.Empty(offences);
    }

    [Fact]
    public void No_source_file_has_more_than_300_lines() =>
        Assert.Empty(Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file) && File.ReadLines(file).Count() > 300)
            .Select(file => Path.GetRelativePath(Repository.Root, file)));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(_library, folder), "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file));

    private static bool IsBuilt(string file)
    {
        var parts = file[Repository.Root.Length..].Split(Path.DirectorySeparatorChar);
        return parts.Contains("obj") || parts.Contains("bin");
    }

    /// <summary>Without comments: they may name what the code does not know.</summary>
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"(?:using (?:static )?|\W)AksEgress\.([A-Z]\w+)")]
    private static partial Regex Reference();

    [GeneratedRegex("//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}

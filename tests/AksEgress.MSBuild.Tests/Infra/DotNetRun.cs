using System.Text.RegularExpressions;

namespace AksEgress.MSBuild.Tests.Infra;

/// <summary>How a run of <c>dotnet</c> ended.</summary>
public sealed partial record DotNetRun(int ExitCode, string Output)
{
    /// <summary>True when the run wrote the files of a topology anew.</summary>
    public bool Generated => Lines(" -> ").Any(line => line.TrimEnd('/', '\\').EndsWith("egress", StringComparison.Ordinal));

    /// <summary>The help pages behind the codes, as terminals get them (<c>-tl:on</c>).</summary>
    public IReadOnlyList<(string Code, string Page)> HelpLinks =>
        [.. TerminalLink().Matches(Output).Select(link => (link.Groups["code"].Value, new Uri(link.Groups["page"].Value).LocalPath)).Distinct()];

    public DotNetRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public DotNetRun Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    /// <summary>The lines with a text, each once: MSBuild repeats warnings and errors at the end.</summary>
    public IReadOnlyList<string> Lines(string text) =>
        [.. Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains(text, StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex(@"\e\]8;;(?<page>file:[^\e]+)\e\\(?<code>\w+)")]
    private static partial Regex TerminalLink();
}

using System.Text;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>Text comes out of <c>deploy.sh</c> as that text, read back with bash, or validation refuses it.</summary>
public sealed class ShellInjectionTests
{
    private static readonly EgressTopology _topology = Case.Read("walkthrough");

    private static readonly Dictionary<string, Func<EgressTopology, string, EgressTopology>> _fields = new()
    {
        ["TOPOLOGY"] = (topology, text) => topology with { Name = text },
        ["LOCATION"] = (topology, text) => topology with { Location = text },
        ["TOPOLOGY_RESOURCE_GROUP"] = (topology, text) => topology with { ResourceGroup = text },
        ["CLUSTER"] = (topology, text) => topology with { Cluster = topology.Cluster! with { Name = text } },
        ["PUBLISHED[0]"] = (topology, text) => WithRule(topology, rule => rule with { Name = text }),
        ["PUBLISHED[2]"] = (topology, text) => WithRule(topology, rule => rule) with { Firewall = new() { Frontends = new() { Name = text } } },
    };

    public static TheoryData<string> Variables { get; } = [.. _fields.Keys];

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task A_variable(string name)
    {
        using var folder = new TemporaryFolder();
        foreach (var text in NastyText.All)
        {
            var topology = _fields[name](_topology, text);
            if (NastyText.IsAccepted(topology))
            {
                var script = folder.Write("deploy.sh", topology.Resolve().Render().Single(file => file.Kind == OutputKind.Script).Content);
                var result = await BashAsync($"source \"$1\" help >/dev/null; printf '%s' \"${{{name}}}\"", folder.Path, script);
                Assert.Equal((0, "", NastyText.Show(text)), (result.ExitCode, result.Error, NastyText.Show(result.Output)));
            }
        }

        Assert.False(File.Exists(Path.Combine(folder.Path, "pwned")));
    }

    [Fact]
    public Task Any_word() => WordsComeOutAsync([.. NastyText.All]);

    [Fact]
    public Task Any_random_word() => NastyText.Gen.Array[200].SampleAsync(WordsComeOutAsync, iter: NastyText.Iterations(5), threads: 1);

    private static async Task WordsComeOutAsync(string[] texts)
    {
        // A NUL ends every word, and no file can hold a lone surrogate; validation refuses both.
        var words = texts.Where(text => !text.Contains('\0', StringComparison.Ordinal) && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text).ToList();
        var script = new StringBuilder("printf '%s\\0'");
        foreach (var word in words)
        {
            script.Append(' ');
            new ShellWriter().Write(script, word, 0);
        }

        using var folder = new TemporaryFolder();
        var result = await BashAsync("source \"$1\"", folder.Path, folder.Write("words.sh", script.Append('\n').ToString()));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        NastyText.AssertSame(words, result.Output.Split('\0').SkipLast(1));
        Assert.False(File.Exists(Path.Combine(folder.Path, "pwned")));
    }

    private static EgressTopology WithRule(EgressTopology topology, Func<DnatRule, DnatRule> change) => topology with
    {
        Publish = [],
        Rules =
        [
            new DnatRuleCollection
            {
                Name = "inbound",
                Priority = 100,
                Rules = [change(new() { Name = "rule", Port = 80, TranslatedAddress = Ipv4Address.Parse("10.42.3.10") })],
            },
        ],
    };

    private static Task<ToolResult> BashAsync(string command, string folder, string argument) =>
        ExternalTool.RunAsync(ExternalTool.Find("bash"), ["-c", command, "bash", argument], prepare: start => start.WorkingDirectory = folder);
}

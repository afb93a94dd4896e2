using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

public sealed class UsageTests : IDisposable
{
    private readonly PlayedTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task The_usage_names_every_command(params string[] arguments)
    {
        var result = await _tools.RunAsync(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(
            (string[])["deploy", "what-if", "credentials", "allow-my-address", "apply", "check", "clean-up", "help"],
            command => Assert.Contains($"\n  {command} ", result.Output, StringComparison.Ordinal));
        Assert.Empty(_tools.Calls);
    }

    [Fact]
    public async Task The_usage_shows_what_the_environment_sets()
    {
        _tools["RESOURCE_GROUP"] = "my group";
        _tools["SUBSCRIPTION"] = "my sub";
        _tools["KUBE_CONTEXT"] = "ctx";
        _tools["CHECK_SECONDS"] = "7";
        var result = await _tools.RunAsync("help");
        Assert.All((string[])["my group", "my sub", "ctx", "7"], value => Assert.Contains($"now: {value}\n", result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("destroy")]
    [InlineData("")]
    [InlineData("DEPLOY")]
    public async Task An_unknown_command_exits_with_2_and_calls_nothing(string command)
    {
        var result = await _tools.RunAsync(command);
        Assert.Equal(new(2, "", $"deploy.sh: there is no command '{command}'; see 'deploy.sh help'\n"), result);
        Assert.Empty(_tools.Calls);
    }

    [Theory]
    [InlineData("az", "deploy")]
    [InlineData("az", "what-if")]
    [InlineData("az", "credentials")]
    [InlineData("az", "allow-my-address")]
    [InlineData("az", "check")]
    [InlineData("az", "clean-up")]
    [InlineData("kubectl", "apply")]
    [InlineData("curl", "check")]
    public async Task A_missing_tool_is_one_clear_line(string tool, string command)
    {
        _tools.Remove(tool);
        var result = await _tools.RunAsync(command);
        Assert.Equal(new(1, "", $"deploy.sh: '{tool}' is not on PATH: install it first\n"), result);
    }

    [Fact]
    public async Task Resource_group_and_subscription_reach_every_call_of_az_as_one_word_each()
    {
        const string group = "it's (my) group";
        const string subscription = "My \"sub\" $x";
        _tools["RESOURCE_GROUP"] = group;
        _tools["SUBSCRIPTION"] = subscription;
        _tools.Reply("""
            *"group exists"*) echo "${exists-false}" ;; *enablePrivate*) echo false ;; *authorizedIp*) echo 192.0.2.1/32 ;;
            *ipAddress*) echo 192.0.2.1 ;; curl*) printf 200 ;; *"jsonpath={.metadata"*) echo default connectivity-check 9 ;; *jsonpath=*True*) echo Complete ;;
            """);
        foreach (var arguments in (string[][])[["deploy"], ["what-if"], ["credentials"], ["allow-my-address", "198.51.100.7"], ["check"]])
        {
            var result = await _tools.RunAsync(arguments);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            var calls = _tools.Words.Where(words => words[0] == "az").ToList();
            Assert.NotEmpty(calls);
            Assert.All(calls, words =>
            {
                Assert.Equal(["--subscription", subscription], words.TakeLast(2));
                Assert.Contains(group, words);
            });
        }
    }

    [Fact]
    public async Task A_resource_group_with_brackets_in_its_name_is_one_word()
    {
        using var tools = new PlayedTools(Case.Read("walkthrough") with { ResourceGroup = "a-(b)_c.d" });
        await tools.RunAsync("what-if");
        Assert.Contains("a-(b)_c.d", Assert.Single(tools.Words));
    }
}

using System.Text.Json;
using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress explain --flows</c>.</summary>
public sealed class FlowsTests : IDisposable
{
    private const string Allowed = """{"to":"mcr.microsoft.com"}""";
    private const string Denied = """{"from":"aks-subnet","to":"example.com","port":443,"protocol":"https"}""";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_flow_gets_a_line_in_its_place()
    {
        _folder.Write("flows.jsonl", $"{Denied}\n{Allowed}\n");
        var result = (await _folder.RunAsync("explain", Folder.Walkthrough, "--flows", "flows.jsonl")).Exits(1);

        Assert.Equal(
            [
                "deny  default  -  aks-subnet → example.com https/443",
                "allow  application  DefaultApplicationRuleCollectionGroup/aksfwar/fqdn  any pod → mcr.microsoft.com https/443",
            ],
            result.Lines);
    }

    [Fact]
    public async Task All_allowed_gives_0() => (await _folder.RunWithInputAsync(Allowed, ["explain", Folder.Walkthrough, "--flows", "-"])).Exits(0);

    [Fact]
    public async Task Json_is_an_object_a_line()
    {
        var result = (await _folder.RunWithInputAsync($"{Denied}\n\n{Allowed}\n", ["explain", Folder.Walkthrough, "--flows", "-", "--format", "json"])).Exits(1);

        Assert.Equal([1, 3], result.Lines.Select(line => JsonDocument.Parse(line).RootElement.EnumerateObject().Last()).Select(member => member.Name == "line" ? member.Value.GetInt32() : 0));
        Assert.Equal(["deny", "allow"], result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task A_bad_line_is_one_message_and_the_others_are_answered()
    {
        var result = (await _folder.RunWithInputAsync($$"""
            {{Allowed}}
            nonsense

            {"from":"aks-sunbet","to":"a.b"}
            {{Denied}}
            """, ["explain", Folder.Walkthrough, "--flows", "-"])).Exits(2);

        Assert.Equal(2, result.Lines.Length);
        var errors = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, errors.Length);
        Assert.StartsWith("<stdin>(2): error: The line is not a JSON object", errors[0], StringComparison.Ordinal);
        Assert.Equal("<stdin>(4): error: The topology has no subnet 'aks-sunbet'. Did you mean 'aks-subnet'?", errors[1]);
    }
}

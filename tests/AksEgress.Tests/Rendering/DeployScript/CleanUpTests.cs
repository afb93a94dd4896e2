using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

public sealed class CleanUpTests : IDisposable
{
    private const string Exists = @"*'group exists'*) echo true ;; *'account show'*) printf 'My sub\r\n' ;; *'resource list'*) printf 'Microsoft.Network/azureFirewalls\taks-egress-fw\r\n' ;;";
    private const string Deletion = "az group delete --name aks-egress-rg --yes";

    private readonly PlayedTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task It_says_what_goes_asks_for_the_name_and_deletes()
    {
        _tools.Reply(Exists);

        var result = await _tools.RunAsync(["clean-up"], "aks-egress-rg\n");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("This deletes resource group 'aks-egress-rg' of subscription 'My sub'", result.Output, StringComparison.Ordinal);
        Assert.Contains("aks-egress-fw", result.Output, StringComparison.Ordinal);
        Assert.Contains("Type the resource group's name", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "az group exists --name aks-egress-rg --output tsv",
                "az account show --query name --output tsv",
                "az resource list --resource-group aks-egress-rg --query [].[type, name] --output tsv",
                Deletion,
            ],
            _tools.Calls);
    }

    [Theory]
    [InlineData("y\n")]
    [InlineData("yes\n")]
    [InlineData("AKS-EGRESS-RG\n")]
    [InlineData("aks-egress\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task It_deletes_nothing_when_the_name_is_wrong_or_missing(string answer)
    {
        _tools.Reply(Exists);
        var result = await _tools.RunAsync(["clean-up"], answer);
        Assert.Equal((1, "deploy.sh: that is not its name: nothing was deleted\n"), (result.ExitCode, result.Error));
        Assert.DoesNotContain(Deletion, _tools.Calls);
    }

    [Fact]
    public async Task With_yes_it_does_not_ask_but_says_what_goes()
    {
        _tools.Reply(Exists);
        var result = await _tools.RunAsync("clean-up", "--yes");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("aks-egress-fw", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Type", result.Output, StringComparison.Ordinal);
        Assert.Equal(Deletion, _tools.Calls.Last());
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_nothing_to_delete()
    {
        _tools.Reply("*'group exists'*) echo false ;;");
        var result = await _tools.RunAsync("clean-up");
        Assert.Equal(0, result.ExitCode);
        Assert.Single(_tools.Calls);
    }

    [Theory]
    [InlineData("-y")]
    [InlineData("--force")]
    [InlineData("")]
    [InlineData("--yes --yes")]
    [InlineData("--yes", "--yes")]
    public async Task It_knows_one_option(params string[] arguments)
    {
        Assert.Equal(2, (await _tools.RunAsync(["clean-up", .. arguments])).ExitCode);
        Assert.Empty(_tools.Calls);
    }

    [Theory]
    [InlineData("*'group exists'*) exit 1 ;;")]
    [InlineData("*'group exists'*) echo true ;; *'resource list'*) exit 1 ;;")]
    public async Task It_deletes_nothing_when_az_cannot_say_what_goes(string replies)
    {
        _tools.Reply(replies);
        Assert.Equal(1, (await _tools.RunAsync("clean-up", "--yes")).ExitCode);
        Assert.DoesNotContain(Deletion, _tools.Calls);
    }
}

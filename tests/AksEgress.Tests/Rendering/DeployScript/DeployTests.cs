using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

public sealed class DeployTests : IDisposable
{
    private const string Deployment = "az deployment group create --resource-group aks-egress-rg --name aks-egress --parameters main.bicepparam --query properties.outputs --output json";

    private readonly PlayedTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task A_missing_resource_group_is_created_first()
    {
        _tools.Reply("*\"group exists\"*) echo false ;;");

        var result = await _tools.RunAsync("deploy");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                "az group exists --name aks-egress-rg --output tsv",
                "az group create --name aks-egress-rg --location eastus --output none",
                Deployment,
            ],
            _tools.Calls);
    }

    [Theory]
    [InlineData("echo true")]
    [InlineData(@"printf 'true\r\n'")]
    public async Task A_resource_group_that_exists_is_left_alone(string answer)
    {
        _tools.Reply($"*\"group exists\"*) {answer} ;;");
        Assert.Equal(0, (await _tools.RunAsync("deploy")).ExitCode);
        Assert.Equal(["az group exists --name aks-egress-rg --output tsv", Deployment], _tools.Calls);
    }

    [Fact]
    public async Task It_runs_in_the_folder_of_the_script()
    {
        await _tools.RunAsync("deploy");
        Assert.Equal(_tools.ScriptFolder, _tools.Folders[^1]);
    }

    [Theory]
    [InlineData("deploy", null)]
    [InlineData("deploy", "")]
    [InlineData("what-if", "")]
    public async Task Windows_nodes_need_a_password_before_anything_is_made(string command, string? password)
    {
        using var tools = new PlayedTools(Case.Read("windows-pool"));
        if (password is not null)
        {
            tools["WINDOWS_ADMIN_PASSWORD"] = password;
        }

        var result = await tools.RunAsync(command);

        Assert.Equal(new(1, "", "deploy.sh: WINDOWS_ADMIN_PASSWORD is empty: export it with the password for the administrator of the Windows nodes\n"), result);
        Assert.Empty(tools.Calls);
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("what-if")]
    public async Task With_a_password_Windows_nodes_are_deployed_and_it_is_no_argument(string command)
    {
        using var tools = new PlayedTools(Case.Read("windows-pool"));
        tools["WINDOWS_ADMIN_PASSWORD"] = "p4ss w'rd";

        Assert.Equal(0, (await tools.RunAsync(command)).ExitCode);
        Assert.NotEmpty(tools.Calls);
        Assert.DoesNotContain(tools.Words, words => words.Any(word => word.Contains("p4ss", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Arguments_go_on_whole()
    {
        const string argument = "note=it's $(a) test";
        await _tools.RunAsync("deploy", "--parameters", argument);
        Assert.Equal(["--parameters", argument], _tools.Words[^1].TakeLast(2));
    }

    [Theory]
    [InlineData("*'group exists'*) exit 3 ;;", 3, 1)]
    [InlineData("*'group exists'*) echo false ;; *'group create'*) exit 4 ;;", 4, 2)]
    [InlineData("*'group exists'*) echo true ;; *'deployment group create'*) exit 5 ;;", 5, 2)]
    public async Task It_stops_where_az_fails_with_its_code(string replies, int code, int calls)
    {
        _tools.Reply(replies);
        Assert.Equal(code, (await _tools.RunAsync("deploy")).ExitCode);
        Assert.Equal(calls, _tools.Calls.Count());
    }

    [Fact]
    public async Task What_if_shows_and_changes_nothing()
    {
        Assert.Equal(0, (await _tools.RunAsync("what-if", "--no-pretty-print")).ExitCode);
        Assert.Equal(["az deployment group what-if --resource-group aks-egress-rg --name aks-egress --parameters main.bicepparam --no-pretty-print"], _tools.Calls);
    }

    [Fact]
    public async Task Credentials_are_those_of_the_cluster()
    {
        Assert.Equal(0, (await _tools.RunAsync("credentials", "--admin")).ExitCode);
        Assert.Equal(["az aks get-credentials --resource-group aks-egress-rg --name aks-egress --admin"], _tools.Calls);
    }
}

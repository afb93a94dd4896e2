using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

public sealed class AllowMyAddressTests : IDisposable
{
    private const string Show = "az aks show --resource-group aks-egress-rg --name aks-egress --query";
    private const string Update = "az aks update --resource-group aks-egress-rg --name aks-egress --api-server-authorized-ip-ranges";

    private readonly PlayedTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task A_given_address_is_added_and_the_present_ranges_stay()
    {
        _tools.Reply(@"*enablePrivateCluster*) echo false ;; *authorizedIpRanges*) printf '20.1.2.3/32\n20.1.2.16/28\n' ;;");

        var result = await _tools.RunAsync("allow-my-address", "198.51.100.7");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                $"{Show} apiServerAccessProfile.enablePrivateCluster --output tsv",
                $"{Show} apiServerAccessProfile.authorizedIpRanges --output tsv",
                $"{Update} 20.1.2.3/32,20.1.2.16/28,198.51.100.7/32 --output none",
            ],
            _tools.Calls);
        Assert.Contains("add it there", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"20.1.2.3/32\r\n20.1.2.4/32\r\n", "20.1.2.3/32,20.1.2.4/32")]
    [InlineData(@"AzureCloud\n20.1.2.3/32\n", "AzureCloud,20.1.2.3/32")]
    [InlineData("198.51.100.8/29", "198.51.100.8/29")]
    [InlineData("198.51.100.6/32", "198.51.100.6/32")]
    [InlineData("198.51.101.0/24", "198.51.101.0/24")]
    [InlineData("0.0.0.0/1", "0.0.0.0/1")]
    [InlineData("198.51.100.70", "198.51.100.70")]
    public async Task Whatever_is_in_the_list_stays_in_it(string list, string kept)
    {
        _tools.Reply($"*authorizedIpRanges*) printf '{list}' ;;");
        Assert.Equal(0, (await _tools.RunAsync("allow-my-address", "198.51.100.7")).ExitCode);
        Assert.Equal($"{Update} {kept},198.51.100.7/32 --output none", _tools.Calls.Last());
    }

    [Theory]
    [InlineData("198.51.100.7/32")]
    [InlineData("198.51.100.7")]
    [InlineData("198.51.100.0/24")]
    [InlineData("198.51.100.6/31")]
    [InlineData("128.0.0.0/1")]
    [InlineData("0.0.0.0/0")]
    public async Task An_address_that_is_allowed_already_changes_nothing(string range)
    {
        _tools.Reply($@"*authorizedIpRanges*) printf '20.1.2.3/32\n{range}\n' ;;");
        var result = await _tools.RunAsync("allow-my-address", "198.51.100.7");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("198.51.100.7 is allowed already", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_tools.Calls, call => call.Contains("update", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("256.1.1.1")]
    [InlineData("1.2.3.4/32")]
    [InlineData("01.2.3.4")]
    [InlineData(" 1.2.3.4")]
    [InlineData("1.2.3.4\n")]
    [InlineData("2001:db8::1")]
    [InlineData("1.2.3.4,0.0.0.0/0")]
    [InlineData("-x")]
    [InlineData("$(id)")]
    [InlineData("1.2.3.4", "5.6.7.8")]
    public async Task What_is_no_IPv4_address_is_refused_before_anything_is_called(params string[] arguments)
    {
        Assert.Equal(2, (await _tools.RunAsync(["allow-my-address", .. arguments])).ExitCode);
        Assert.Empty(_tools.Calls);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData(@"true\r")]
    public async Task A_private_cluster_is_refused(string answer)
    {
        _tools.Reply($@"*enablePrivateCluster*) printf '{answer}\n' ;; *authorizedIpRanges*) echo 20.1.2.3/32 ;;");
        var result = await _tools.RunAsync("allow-my-address");
        Assert.Equal(new(1, "", "deploy.sh: cluster 'aks-egress' is private: its API server has no public address\n"), result);
        Assert.Single(_tools.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData(@"\r\n")]
    [InlineData(@"None\n")]
    public async Task A_cluster_without_a_list_is_refused_because_a_list_would_shut_everybody_else_out(string answer)
    {
        _tools.Reply($"*authorizedIpRanges*) printf '{answer}' ;;");
        var result = await _tools.RunAsync("allow-my-address", "198.51.100.7");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("has no authorised ranges", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, _tools.Calls.Count());
    }

    [Fact]
    public async Task Without_an_argument_the_address_is_asked_over_HTTPS()
    {
        _tools.Reply("curl*) printf 198.51.100.9 ;; *authorizedIpRanges*) echo 20.1.2.3/32 ;;");
        Assert.Equal(0, (await _tools.RunAsync("allow-my-address")).ExitCode);
        Assert.Contains(_tools.Words, words => words[0] == "curl" && words[^1].StartsWith("https://", StringComparison.Ordinal));
        Assert.DoesNotContain(_tools.Words, words => words[0] == "dig");
        Assert.Equal($"{Update} 20.1.2.3/32,198.51.100.9/32 --output none", _tools.Calls.Last());
    }

    [Theory]
    [InlineData("exit 6")]
    [InlineData("printf '<html>'")]
    [InlineData("printf 2001:db8::1")]
    [InlineData(@"printf '198.51.100.9\n198.51.100.8'")]
    public async Task When_HTTPS_gives_nothing_usable_the_resolver_of_the_article_is_asked(string answer)
    {
        _tools.Reply($"curl*) {answer} ;; dig*) echo 198.51.100.10 ;; *authorizedIpRanges*) echo 20.1.2.3/32 ;;");
        Assert.Equal(0, (await _tools.RunAsync("allow-my-address")).ExitCode);
        Assert.Contains(_tools.Calls, call => call.EndsWith("@resolver1.opendns.com myip.opendns.com A", StringComparison.Ordinal));
        Assert.Equal($"{Update} 20.1.2.3/32,198.51.100.10/32 --output none", _tools.Calls.Last());
    }

    [Fact]
    public async Task When_nobody_knows_the_address_nothing_changes()
    {
        _tools.Reply("dig*) echo ';; connection timed out'; exit 9 ;; *authorizedIpRanges*) echo 20.1.2.3/32 ;;");
        var result = await _tools.RunAsync("allow-my-address");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("was not found: give it", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_tools.Calls, call => call.Contains("update", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*enablePrivateCluster*) exit 3 ;;", 3)]
    [InlineData("*authorizedIpRanges*) echo 20.1.2.3/32; exit 7 ;;", 7)]
    [InlineData("*'aks show'*Ranges*) echo 20.1.2.3/32 ;; *'aks update'*) exit 8 ;;", 8)]
    public async Task A_failing_az_stops_it(string replies, int code)
    {
        _tools.Reply(replies);
        var result = await _tools.RunAsync("allow-my-address", "198.51.100.7");
        Assert.Equal((code, ""), (result.ExitCode, result.Output));
    }
}

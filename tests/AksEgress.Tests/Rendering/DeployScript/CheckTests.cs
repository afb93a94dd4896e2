using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

public sealed class CheckTests : IDisposable
{
    private const string Address = "*ipAddress*) echo 20.1.2.3 ;;";
    private const string Answers = "curl*) printf 200 ;;";
    private const string Job = "*'jsonpath={.metadata'*) printf 'default connectivity-check 9' ;;";
    private const string Passes = "*'jsonpath={.status'*) printf 'SuccessCriteriaMet Complete' ;; *logs*) echo PASSED ;;";

    private readonly PlayedTools _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task The_service_is_asked_through_the_firewall_then_the_Job_is_run()
    {
        _tools.Reply(@"*ipAddress*) printf '20.1.2.3\r\n' ;;" + Answers + Job + Passes);

        var result = await _tools.RunAsync("check");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(": http://20.1.2.3:80/ answered with status 200\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("PASSED\nno check failed\n", result.Output, StringComparison.Ordinal);
        var manifest = _tools.Manifest("connectivity-check.yaml");
        Assert.Equal(
            [
                "az network public-ip show --resource-group aks-egress-rg --name aks-egress-fwpublicip --query ipAddress --output tsv",
                "curl --silent --insecure --output /dev/null --write-out %{http_code} --max-time 10 http://20.1.2.3:80/",
                "kubectl config get-contexts aks-egress",
                $"kubectl --context aks-egress delete {manifest} --ignore-not-found --cascade=foreground --timeout=120s",
                $"kubectl --context aks-egress apply {manifest}",
            ],
            _tools.Calls.Take(5));
        Assert.Equal("kubectl --context aks-egress logs --namespace default job/connectivity-check", _tools.Calls.Last());
    }

    [Fact]
    public async Task A_service_that_needs_time_is_asked_again()
    {
        _tools.RemoveManifest("connectivity-check.yaml");
        _tools.Reply(Address + "curl*) case ${calls} in 1) printf 000; exit 7 ;; 2) printf 000; exit 28 ;; 3) printf 503 ;; *) printf 404 ;; esac ;;");
        var result = await _tools.RunAsync("check");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("answered with status 404", result.Output, StringComparison.Ordinal);
        Assert.Equal((4, 3), (_tools.Words.Count(words => words[0] == "curl"), _tools.Words.Count(words => words[0] == "sleep")));
    }

    [Theory]
    [InlineData("printf 000; exit 7", "000")]
    [InlineData("printf 502", "502")]
    public async Task It_fails_when_a_service_does_not_answer(string answer, string status)
    {
        _tools.RemoveManifest("connectivity-check.yaml");
        _tools["CHECK_SECONDS"] = "0";
        _tools.Reply(Address + $"curl*) {answer} ;;");
        var result = await _tools.RunAsync("check");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains($": http://20.1.2.3:80/ did not answer well within 0 seconds, last status {status}\n", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("deploy.sh: checks that failed: 1\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("010")]
    [InlineData(" 5")]
    [InlineData("a[$(touch pwned)]")]
    public async Task The_time_limit_must_be_a_number(string value)
    {
        _tools["CHECK_SECONDS"] = value;
        Assert.Equal(2, (await _tools.RunAsync("check")).ExitCode);
        Assert.Empty(_tools.Calls);
    }

    [Fact]
    public async Task A_public_IP_without_an_address_fails_and_the_Job_still_runs()
    {
        _tools.Reply("*ipAddress*) printf 'None' ;;" + Job + Passes);
        var result = await _tools.RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("public IP 'aks-egress-fwpublicip' has no address", result.Error, StringComparison.Ordinal);
        Assert.Contains("PASSED", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_on_several_frontends_ports_and_protocols_are_each_checked_at_their_own()
    {
        using var tools = new PlayedTools(Case.Read("services-in-namespaces"));
        tools.RemoveManifest("connectivity-check.yaml");
        tools["CHECK_SECONDS"] = "0";
        tools.Reply("*'--name services-fwpublicip '*) echo 20.1.2.3 ;; *'--name services-fwpublicip-2 '*) echo 20.1.2.4 ;; curl*:443/) printf 301 ;; curl*:8443/) printf 000; exit 7 ;; curl*) printf 200 ;;");

        var result = await tools.RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "web-80: http://20.1.2.3:80/ answered with status 200",
                "store-web-443: https://20.1.2.4:443/ answered with status 301",
                "store-dns-53-udp: port 53 is not checked, it is not known to speak HTTP",
                "store-dns-53: port 53 is not checked, it is not known to speak HTTP",
            ],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("edge-edge-8443: https://20.1.2.3:8443/ did not answer", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topology_that_publishes_nothing_says_so()
    {
        using var tools = new PlayedTools(Case.Read("minimal"));
        Assert.Equal(new(0, "no service is published\nno check failed\n", ""), await tools.RunAsync("check"));
        Assert.Empty(tools.Calls);
    }

    [Fact]
    public async Task A_failed_Job_fails_the_check_after_its_log()
    {
        _tools.Reply(Address + Answers + Job + "*'jsonpath={.status'*) printf 'FailureTarget Failed' ;; *logs*) echo 'FAILED: why' ;;");
        var result = await _tools.RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("FAILED: why", result.Output, StringComparison.Ordinal);
        Assert.Contains("Job 'connectivity-check' in namespace 'default' failed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Job_that_never_ends_is_given_up()
    {
        _tools.Reply(Address + Answers + "*'jsonpath={.metadata'*) printf 'default connectivity-check -30' ;;");
        var result = await _tools.RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("did not end in time", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ImagePullBackOff")]
    [InlineData("InvalidImageName")]
    public async Task An_image_that_cannot_be_pulled_ends_the_wait(string reason)
    {
        _tools.Reply(Address + Answers + Job + $"*'get pods'*) printf {reason} ;;");
        var result = await _tools.RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cannot be pulled: does the firewall allow its registry?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Job_needs_the_context_of_the_cluster()
    {
        _tools.Reply(Address + Answers + "*get-contexts*) exit 1 ;;");
        var result = await _tools.RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain(_tools.Words, words => words.Contains("delete"));
    }
}

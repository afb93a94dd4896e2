using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.DeployScript;

public sealed class ApplyTests : IDisposable
{
    private readonly PlayedTools _tools = new(Case.Read("services-in-namespaces"));

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task Namespaces_come_first_then_the_Services_then_the_given_files_and_the_check_not_at_all()
    {
        var result = await _tools.RunAsync("apply", "a b'c.yaml", "-x.yaml", "https://example.com/x.yaml", "-");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("kubectl config get-contexts services", _tools.Calls.First());
        Assert.Equal(
            [
                "kubectl", "--context", "services", "apply",
                _tools.Manifest("namespace.yaml"),
                _tools.Manifest("service-dns.store.yaml"),
                _tools.Manifest("service-edge.edge.yaml"),
                _tools.Manifest("service-web.store.yaml"),
                _tools.Manifest("service-web.yaml"),
                "--filename=a b'c.yaml", "--filename=-x.yaml", "--filename=https://example.com/x.yaml", "--filename=-",
            ],
            _tools.Words[1]);
        Assert.Equal(2, _tools.Words.Count);
    }

    [Fact]
    public async Task It_never_falls_back_on_the_current_context()
    {
        _tools.Reply("*get-contexts*) exit 1 ;;");
        var result = await _tools.RunAsync("apply");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("kubectl has no context 'services': run 'deploy.sh credentials' first", result.Error, StringComparison.Ordinal);
        Assert.Single(_tools.Calls);
    }

    [Fact]
    public async Task Another_context_can_be_named()
    {
        _tools["KUBE_CONTEXT"] = "my ctx";
        Assert.Equal(0, (await _tools.RunAsync("apply")).ExitCode);
        Assert.Equal(["kubectl", "--context", "my ctx", "apply"], _tools.Words[1].Take(4));
    }

    [Fact]
    public async Task It_fails_when_kubectl_fails()
    {
        _tools.Reply("*' apply '*) exit 1 ;;");
        Assert.Equal(1, (await _tools.RunAsync("apply")).ExitCode);
    }

    [Fact]
    public async Task Without_any_manifest_there_is_nothing_to_do()
    {
        using var tools = new PlayedTools(Case.Read("minimal"));
        var result = await tools.RunAsync("apply");
        Assert.Equal((0, "there is nothing to apply\n"), (result.ExitCode, result.Output));
        Assert.DoesNotContain(tools.Words, words => words.Contains("apply"));
    }
}

using AksEgress.Rendering;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using k8s;
using k8s.Models;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>What others find in the scripts that we write.</summary>
public sealed class ScriptLintTests
{
    public static TheoryData<string> Cases => Case.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Shellcheck_finds_nothing_in_the_deployment_script(string name) => await LintAsync(Script(name), "bash");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bash_reads_the_deployment_script(string name)
    {
        var result = await ExternalTool.RunAsync(ExternalTool.Find("bash"), ["-n"], Script(name));
        Assert.Equal(new(0, "", ""), result);
    }

    [Theory]
    [InlineData("walkthrough")]
    [InlineData("services-in-namespaces")]
    public async Task Shellcheck_finds_nothing_in_the_connectivity_check_as_any_POSIX_shell_runs_it(string name)
    {
        var job = (V1Job)KubernetesYaml.LoadAllFromString(Case.Read(name).Resolve().Render().Single(file => file.Path == "kubernetes/connectivity-check.yaml").Content, null, strict: true).Single();
        var command = job.Spec.Template.Spec.Containers.Single().Command;
        Assert.Equal(["sh", "-c"], command.Take(2));
        await LintAsync("export ALLOWED_HOST DENIED_HOST\n" + command[2], "sh");
    }

    [Fact]
    public async Task Shellcheck_would_find_something()
    {
        var shellcheck = ExternalTool.Find("shellcheck");
        using var folder = new TemporaryFolder();
        var result = await ExternalTool.RunAsync(shellcheck, ["-o", "all", "-S", "style", folder.Write("deploy.sh", Script("minimal") + "echo $1\n")]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("SC2086", result.Output, StringComparison.Ordinal);
    }

    private static string Script(string name) => Case.Read(name).Resolve().Render().Single(file => file.Kind == OutputKind.Script).Content;

    private static async Task LintAsync(string script, string shell)
    {
        var result = await ExternalTool.RunAsync(ExternalTool.Find("shellcheck"), ["-o", "all", "-S", "style", "-s", shell, "-"], script);
        Assert.Equal(new(0, "", ""), result);
    }
}

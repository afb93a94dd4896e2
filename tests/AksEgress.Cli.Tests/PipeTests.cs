using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>Names that lead to a pipe or a device: nobody waits for them, except for what the shell has opened.</summary>
public sealed class PipeTests : IDisposable
{
    private const string Why = "'pipe.yaml' is a pipe or a device. Write what it gives to a file, and name that.";

    private readonly Folder _folder = new();

    public PipeTests()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        _folder.Write("main.bicep", "");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("validate", "pipe.yaml")]
    [InlineData("build", "pipe.yaml", "-o", "out")]
    [InlineData("diff", "pipe.yaml", "shop.egress.yaml")]
    [InlineData("coverage", "shop.egress.yaml", "--manifest", "pipe.yaml")]
    [InlineData("explain", "shop.egress.yaml", "example.com", "--service-tags", "pipe.yaml")]
    [InlineData("explain", "shop.egress.yaml", "--flows", "pipe.yaml")]
    [InlineData("shadow", "main.bicep", "--parameters", "pipe.yaml")]
    public async Task A_pipe_is_no_file(params string[] arguments)
    {
        await MakePipeAsync("pipe.yaml");

        Assert.Contains(Why, Text(await RunAsync(arguments)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_no_pipe()
    {
        await MakePipeAsync("pipe.bicep");

        Assert.Contains("'pipe.bicep' is a pipe", Text(await RunAsync("shadow", "pipe.bicep", "--bicep", Metadata.BicepCli)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_a_pipe_is_searched_to_its_end()
    {
        await MakePipeAsync("shops/pipe.egress.yaml");
        await MakePipeAsync("resources/pipe.json");

        Assert.Contains("'pipe.egress.yaml' is a pipe", Text(await RunAsync("validate", "shops")), StringComparison.Ordinal);
        Assert.Contains("'pipe.json' is a pipe", Text(await RunAsync("validate", "resources")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipe.yaml")]
    [InlineData("link.yaml")]
    public async Task A_pipe_that_is_included_is_an_error_at_its_place(string include)
    {
        await MakePipeAsync("pipe.yaml");
        File.CreateSymbolicLink(_folder.PathOf("link.yaml"), "pipe.yaml");
        _folder.Write("shop.egress.yaml", Folder.Document(more: $"include: [{include}]"));

        Assert.StartsWith("shop.egress.yaml(9,11,9,20): error AKSE1015:", Assert.Single((await RunAsync("validate", "shop.egress.yaml")).Exits(1).Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_outputs_is_no_pipe()
    {
        await MakePipeAsync("out/.aks-egress-outputs");

        Assert.Contains("AKSE0003", Text((await RunAsync("build", "-o", "out", "--arm", "false")).Exits(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain <(cat shop.egress.yaml) mcr.microsoft.com")]
    [InlineData("explain /dev/stdin mcr.microsoft.com < shop.egress.yaml")]
    [InlineData("explain - mcr.microsoft.com < <(cat shop.egress.yaml)")]
    [InlineData("explain /dev/fd/0 mcr.microsoft.com < <(cat shop.egress.yaml)")]
    public async Task What_a_shell_has_opened_is_read(string command)
    {
        RequireUnix();

        (await ChildProcess.RunAsync(_folder.Root, "bash", ["-c", $"'{Metadata.DotNet}' '{Metadata.Command}' {command}"])).Exits(0);
    }

    /// <summary>Runs a command that may wait for ever.</summary>
    private Task<CliResult> RunAsync(params string[] arguments) =>
        Task.Run(() => _folder.RunAsync(arguments), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    private static string Text(CliResult result) => result.ExitCode != 0 ? result.Output + result.Error : "";

    private static void RequireUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes with names in folders are Unix.");

    private async Task MakePipeAsync(string file)
    {
        RequireUnix();
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(file))!);
        (await ChildProcess.RunAsync(_folder.Root, "mkfifo", [file])).Exits(0);
    }
}

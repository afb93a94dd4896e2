using AksEgress.Compilation;
using Xunit;

namespace AksEgress.Tests.Compilation;

public sealed class BicepCliFailureTests
{
    private const string AnswersTheVersion = FakeBicepCli.AnswersTheVersion;

    // Long enough for a shell on a busy machine to answer, short enough to wait for.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_CLI_that_hangs_at_the_start_is_ended_at_the_time_limit()
    {
        using var fake = new FakeBicepCli("spawn sleep 600\nwait");

        var exception = await StartFailsAsync(fake, Short);

        Assert.Contains("did not answer bicep/version within 3 seconds", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task A_CLI_that_hangs_in_a_call_is_ended_at_the_time_limit_with_all_processes_below_it()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "spawn sleep 600\nreceive; wait");
        await using var cli = await BicepCli.StartAsync(fake.Path, Short, Token);

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.CompileAsync("/main.bicep", Token));

        Assert.Contains("did not answer bicep/compile of '/main.bicep' within 3 seconds", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task Cancelling_ends_the_CLI_and_the_calls_beside_it()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "spawn sleep 600\nreceive; receive; wait");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var beside = cli.CompileAsync("/beside.bicep", Token);
        var cancelled = cli.CompileAsync("/cancelled.bicep", cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        var exception = await Assert.ThrowsAsync<BicepCliException>(() => beside);
        Assert.Contains("a call was cancelled", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.VersionAsync(Token));
        Assert.Contains("a call was cancelled", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task Cancelling_the_start_ends_the_CLI()
    {
        using var fake = new FakeBicepCli("receive; spawn sleep 600\nwait");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var start = BicepCli.StartAsync(fake.Path, cancellationToken: cancellation.Token);
        await fake.RequestAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task A_CLI_that_dies_in_a_call_is_told_by_its_exit_code_and_its_last_words()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "receive; echo 'out of cheese' >&2; exit 3");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.CompileAsync("/main.bicep", Token));

        Assert.Contains("asked for bicep/compile of '/main.bicep' it ended with exit code 3", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("out of cheese", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task A_CLI_that_is_killed_from_outside_is_noticed_even_when_a_process_below_it_holds_its_output_open()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "orphan sleep 600\nreceive; kill -KILL $$");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.CompileAsync("/main.bicep", Token));

        Assert.Contains("it ended with exit code 137", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task A_program_that_fails_at_once_is_told_by_what_it_wrote()
    {
        using var fake = new FakeBicepCli("echo 'unknown command jsonrpc' >&2; exit 2");

        var exception = await StartFailsAsync(fake);

        Assert.Contains("exit code 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("0.29.45", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("unknown command jsonrpc", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Theory]
    [InlineData("receive; echo 'Hello, I am no Bicep.'")]
    [InlineData("receive; printf 'Content-Length: five\\r\\n\\r\\n{}'")]
    [InlineData("receive; printf 'Content-Length: 5\\r\\n\\r\\nhello'")]
    [InlineData("receive; answer '[1, 2]'")]
    [InlineData("receive; answer '{}'")]
    [InlineData("receive; answer null")]
    [InlineData("while printf 'y\\n'; do :; done")]
    [InlineData("exec >&-")]
    public async Task A_program_that_does_not_speak_the_protocol_is_ended(string script)
    {
        using var fake = new FakeBicepCli(script + "\nspawn sleep 600\nwait");

        var exception = await StartFailsAsync(fake);

        Assert.Contains("its answer to bicep/version is not that of", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task A_CLI_that_does_not_know_a_method_is_told_to_be_too_old_and_goes_on()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "receive; fail -32601 no; receive; answer '{\"version\":\"0.0.2\"}'; receive");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.FormatAsync("/main.bicep", Token));

        Assert.Contains("does not know bicep/format", exception.Message, StringComparison.Ordinal);
        Assert.Equal("0.0.2", await cli.VersionAsync(Token));
    }

    [Theory]
    [InlineData("-32601", "does not know bicep/version")]
    [InlineData("-32000", "refused bicep/version: no")]
    public async Task A_program_that_refuses_to_tell_its_version_is_ended(string code, string message)
    {
        using var fake = new FakeBicepCli($"spawn sleep 600\nreceive; fail {code} no; wait");

        var exception = await StartFailsAsync(fake);

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task An_error_stream_that_overflows_neither_blocks_the_CLI_nor_swells_the_message()
    {
        const string flood = "for ((i = 0; i < 5000; i++)); do echo 'All work and no play makes a dull log.'; done >&2\n";
        using var fake = new FakeBicepCli(flood + AnswersTheVersion + flood + "receive; echo 'the end' >&2; exit 1");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => cli.CompileAsync("/main.bicep", Token));

        Assert.EndsWith("the end", exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Message.Length, 1000, 3000);
    }

    [Fact]
    public async Task Disposing_ends_a_CLI_that_goes_on_after_its_input_was_closed()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "trap '' TERM HUP INT PIPE\nspawn sleep 600\nwhile :; do wait; sleep 1; done");
        var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        await cli.DisposeAsync();

        await fake.AssertGoneAsync();
    }

    [Fact]
    public async Task Disposing_fails_the_calls_that_still_run()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "spawn sleep 600\nreceive; wait");
        var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);
        var call = cli.CompileAsync("/main.bicep", Token);

        await cli.DisposeAsync();

        var exception = await Assert.ThrowsAsync<BicepCliException>(() => call);
        Assert.Contains("it was disposed", exception.Message, StringComparison.Ordinal);
        await fake.AssertGoneAsync();
    }

    private static Task<BicepCliException> StartFailsAsync(FakeBicepCli fake, TimeSpan? timeLimit = null) =>
        Assert.ThrowsAsync<BicepCliException>(() => BicepCli.StartAsync(fake.Path, timeLimit, Token));
}

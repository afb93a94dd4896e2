using AksEgress.Compilation;
using AksEgress.Diagnostics;
using Xunit;

namespace AksEgress.Tests.Compilation;

public sealed class BicepProtocolTests
{
    private const string AnswersTheVersion = FakeBicepCli.AnswersTheVersion;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_are_sorted_by_file_place_and_code_and_lines_end_in_LF()
    {
        const string response = """
            {"success":true,"contents":"{\r\n}","newInALaterVersion":1,"diagnostics":[
            {"source":"/b","range":{"start":{"line":0,"char":0},"end":{"line":0,"char":1}},"level":"Info","code":"x","message":"m"},
            {"source":"/a","range":{"start":{"line":9,"char":0},"end":{"line":9,"char":1}},"level":"Warning","code":"x","message":"m"},
            {"source":"/a","range":{"start":{"line":1,"char":7},"end":{"line":2,"char":3}},"level":"Warning","code":"z","message":"m"},
            {"source":"/a","range":{"start":{"line":1,"char":7},"end":{"line":2,"char":3}},"level":"Error","code":"y","message":"m"}]}
            """;
        using var fake = new FakeBicepCli($"{AnswersTheVersion}receive; answer '{response}'; receive");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        var compilation = await cli.CompileAsync("/a", Token);

        Assert.Equal("{\n}", compilation.Template);
        Assert.Equal(
            [
                new(new("/a", 2, 8, 3, 4), DiagnosticSeverity.Error, "y", "m"),
                new(new("/a", 2, 8, 3, 4), DiagnosticSeverity.Warning, "z", "m"),
                new(new("/a", 10, 1, 10, 2), DiagnosticSeverity.Warning, "x", "m"),
                new BicepDiagnostic(new("/b", 1, 1, 1, 2), DiagnosticSeverity.Info, "x", "m"),
            ],
            compilation.Diagnostics);
    }

    [Fact]
    public async Task It_runs_in_its_own_folder_without_debugger_and_profiling()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "receive");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);
        Assert.EndsWith($"/{Path.GetFileName(Path.GetDirectoryName(fake.Path))} jsonrpc --stdio 0 0\n", fake.Started, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_name_their_values_as_the_protocol_does_and_leave_out_what_is_not_said()
    {
        using var fake = new FakeBicepCli(AnswersTheVersion + "receive; answer '{\"snapshot\":\"a\\r\\nb\"}'; receive");
        await using var cli = await BicepCli.StartAsync(fake.Path, cancellationToken: Token);

        Assert.Equal("a\nb", await cli.SnapshotAsync("/main.bicepparam", location: "eastus", resourceGroup: "rg", cancellationToken: Token));

        Assert.Contains("\"path\":\"/main.bicepparam\"", fake.Requests, StringComparison.Ordinal);
        Assert.Contains("\"metadata\":{\"resourceGroup\":\"rg\",\"location\":\"eastus\"}", fake.Requests, StringComparison.Ordinal);
    }
}

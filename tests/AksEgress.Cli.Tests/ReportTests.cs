using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress report</c> and <c>aks-egress diff</c>.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_is_a_page_or_Markdown_on_standard_output_or_in_a_file()
    {
        Assert.StartsWith("<!DOCTYPE html>\n", (await _folder.RunAsync("report", Folder.Walkthrough)).Exits(0).Output, StringComparison.Ordinal);
        var markdown = (await _folder.RunAsync("report", Folder.Walkthrough, "--format", "markdown")).Exits(0).Output;
        Assert.StartsWith("# Egress of `aks-egress`\n", markdown, StringComparison.Ordinal);

        Assert.Empty((await _folder.RunAsync("report", Folder.Walkthrough, "--format", "markdown", "-o", "report.md")).Exits(0).Output);
        Assert.Equal(markdown, await File.ReadAllTextAsync(Path.Combine(_folder.Root, "report.md"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_document_with_errors_has_no_report_and_no_difference()
    {
        _folder.Write("bad.egress.yaml", Folder.Document().Replace("eastus", "nowhere at all", StringComparison.Ordinal));

        Assert.Contains("error AKSE", (await _folder.RunAsync("report", "bad.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("error AKSE", (await _folder.RunAsync("diff", Folder.Walkthrough, "bad.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
        (await _folder.RunAsync("report", "none.egress.yaml")).Exits(2);
        (await _folder.RunAsync("diff", "-", "-")).Exits(2);
        (await _folder.RunAsync("report", Folder.Walkthrough, "-o", Path.Combine("no", "folder.html"))).Exits(2);
    }

    [Fact]
    public async Task Nothing_changed_gives_0()
    {
        Assert.Equal(["Nothing changes: every connection becomes what it was before."], (await _folder.RunAsync("diff", Folder.Walkthrough, Folder.Walkthrough)).Exits(0).Lines);
        Assert.True((await _folder.RunAsync("diff", Folder.Walkthrough, Folder.Walkthrough, "--format", "json")).Exits(0).Json.GetProperty("empty").GetBoolean());
    }

    [Fact]
    public async Task A_change_gives_1_and_is_said_in_every_form()
    {
        _folder.Write("before.egress.yaml", Folder.Document());
        _folder.Write("after.egress.yaml", Folder.Document().Replace("allow: [", "allow: [{ https: [api.contoso.com] }, ", StringComparison.Ordinal));

        Assert.StartsWith("NEWLY ALLOWED        aks-subnet may now reach api.contoso.com on https/443, rule ", (await _folder.RunAsync("diff", "before.egress.yaml", "after.egress.yaml")).Exits(1).Lines[0], StringComparison.Ordinal);
        Assert.Contains("| `api.contoso.com` | `https/443` |", (await _folder.RunAsync("diff", "before.egress.yaml", "after.egress.yaml", "--format", "markdown")).Exits(1).Output, StringComparison.Ordinal);
        var statement = (await _folder.RunAsync("diff", "before.egress.yaml", "after.egress.yaml", "--format", "json")).Exits(1).Json.GetProperty("statements")[0];
        Assert.Equal(("newlyAllowed", "api.contoso.com"), (statement.GetProperty("kind").GetString(), statement.GetProperty("to").GetString()));
    }
}

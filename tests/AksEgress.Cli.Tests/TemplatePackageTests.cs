using System.Text.RegularExpressions;
using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>Projects that <c>dotnet new</c> makes of the packed templates, outside of the repository.</summary>
public sealed class TemplatePackageTests : IDisposable
{
    private static readonly (string Template, string Kind)[] _templates = [("aks-egress", "yaml"), ("aks-egress-csharp", "csharp")];

    private readonly PackedFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task What_they_make_builds_and_passes_its_tests()
    {
        await _feed.PackAsync("AksEgress", "AksEgress.MSBuild", "AksEgress.Testing", "AksEgress.Templates");
        (await NewAsync("install", _feed.PathOf($"feed/AksEgress.Templates.{_feed.Version}.nupkg"))).Exits(0);

        foreach (var (template, kind) in _templates)
        {
            (await NewAsync(template, "--name", "My.Shop 7", "--output", kind, "--location", "westeurope")).Exits(0);
            (await _feed.DotNetAsync(kind, "build", "-nr:false")).Exits(0);

            var tests = (await _feed.DotNetAsync(kind, "test", "--no-build")).Exits(0);
            Assert.Contains("succeeded: 4", tests.Output, StringComparison.Ordinal);
            Assert.All(["main.bicep", "main.json", "report.md"], file => Assert.True(File.Exists(_feed.PathOf($"{kind}/src/bin/Debug/net10.0/egress/my-shop-7/{file}")), $"{kind} {file}"));
            Assert.Contains("westeurope", await File.ReadAllTextAsync(_feed.PathOf($"{kind}/src/bin/Debug/net10.0/egress/my-shop-7/main.bicep"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_workflow_says_what_a_pull_request_opens()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The workflow's script needs bash.");
        await _feed.PackAsync("AksEgress", "AksEgress.MSBuild", "AksEgress.Templates");
        (await NewAsync("install", _feed.PathOf($"feed/AksEgress.Templates.{_feed.Version}.nupkg"))).Exits(0);
        (await NewAsync("aks-egress", "--name", "shop", "--output", "repository")).Exits(0);
        var document = await File.ReadAllTextAsync(_feed.PathOf("repository/src/shop.egress.yaml"), TestContext.Current.CancellationToken);
        _feed.Write("repository/src/shop.egress.yaml", document + "include: [shared/partners.rules.yaml]\n");
        _feed.Write("repository/src/shared/partners.rules.yaml", "allow: [{ https: [old.contoso.com] }]\n");
        _feed.Write("base.sh", """
            cd repository
            git init --quiet --initial-branch=main
            git add . && git -c user.name=a -c user.email=a@example.com commit --quiet --message base
            """);
        (await ChildProcess.RunAsync(_feed.PathOf(""), "bash", ["-e", "base.sh"])).Exits(0);
        // Only what is included changes; and a topology comes.
        _feed.Write("repository/src/shared/partners.rules.yaml", "allow: [{ https: [old.contoso.com, new.contoso.com] }]\n");
        _feed.Write("repository/src/stage.egress.yaml", Folder.Document("stage"));

        _feed.Write("bin/aks-egress", $"#!/bin/sh\nexec '{Metadata.DotNet}' '{Metadata.Command}' \"$@\"\n");
        _feed.Write("bin/bicep", $"#!/bin/sh\nexec '{Metadata.BicepCli}' \"$@\"\n");
        var workflow = await File.ReadAllTextAsync(_feed.PathOf("repository/.github/workflows/egress-diff.yml"), TestContext.Current.CancellationToken);
        var script = string.Concat(Regex.Match(workflow, @"- name: Compare\n.*?run: \|\n((?: {10}[^\n]*\n|\n)+)", RegexOptions.Singleline).Groups[1].Value.Split("\n").Select(line => line.Trim() + "\n"));
        _feed.Write("compare.sh", $"""
            chmod +x bin/*
            export PATH="{_feed.PathOf("bin")}:{Path.GetDirectoryName(Metadata.DotNet)}:$PATH" RUNNER_TEMP="{_feed.PathOf("temp")}" GITHUB_STEP_SUMMARY="{_feed.PathOf("summary.md")}" BASE=main
            mkdir temp && cd repository
            {script}
            """);
        (await ChildProcess.RunAsync(_feed.PathOf(""), "bash", ["-e", "compare.sh"])).Exits(0);

        var comment = await File.ReadAllTextAsync(_feed.PathOf("summary.md"), TestContext.Current.CancellationToken);
        Assert.StartsWith("<!-- egress-diff -->", comment, StringComparison.Ordinal);
        Assert.Contains("### Newly allowed (1)", comment, StringComparison.Ordinal);
        Assert.Contains("| `aks-subnet` | `new.contoso.com` | `https/443` |", comment, StringComparison.Ordinal);
        Assert.Contains("# Egress of `stage`", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_makes_the_same()
    {
        await _feed.PackAsync("AksEgress.Templates");
        (await NewAsync("install", _feed.PathOf($"feed/AksEgress.Templates.{_feed.Version}.nupkg"))).Exits(0);

        foreach (var (template, kind) in _templates)
        {
            (await NewAsync(template, "--name", "shop", "--output", $"new/{kind}")).Exits(0);
            using var folder = new Folder();
            (await folder.RunAsync("init", "--kind", kind, "--name", "shop")).Exits(0);

            Assert.Equal(Files(_feed.PathOf($"new/{kind}")), Files(folder.Root));
        }

        // The command has another version than what was just packed.
        SortedDictionary<string, string> Files(string root) => new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(root, file),
            file => File.ReadAllText(file).Replace(_feed.Version, "version", StringComparison.Ordinal).Replace(CommandLine.Init.NewProject.Version, "version", StringComparison.Ordinal)));
    }

    private Task<CliResult> NewAsync(params string[] arguments) => _feed.DotNetAsync("", ["new", .. arguments, "--debug:custom-hive", _feed.PathOf("hive")]);
}

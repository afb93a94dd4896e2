using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AksEgress.Cli.Tests.Infrastructure;
using AksEgress.CommandLine.Documents;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Cli.Tests;

/// <summary>The commands in a program that has topologies of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string File = "/work/egress.cs";

    private static readonly EgressTopology _prod = SmallTopology.Of("prod");

    private static readonly EgressTopology _stage = _prod with { Name = "stage", Allow = [EndpointSet.Aks, new() { Https = [FqdnPattern.Parse("api.contoso.com")] }] };

    private readonly Folder _one = With(_prod);
    private readonly Folder _two = With(_prod, _stage);

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
    }

    [Theory]
    [InlineData("explain", "mcr.microsoft.com")]
    [InlineData("explain", "prod", "mcr.microsoft.com")]
    [InlineData("explain", "--to", "mcr.microsoft.com")]
    [InlineData("explain", "prod", "--to", "mcr.microsoft.com")]
    public async Task The_only_topology_may_be_left_out(params string[] command) =>
        Assert.StartsWith("allow  any pod → mcr.microsoft.com https/443\n", (await _one.RunAsync(command)).Exits(0).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("coverage", 0, "Everything that the cluster needs is covered.")]
    [InlineData("capacity", 0, "Enough")]
    [InlineData("report", 0, "<!doctype html>")]
    [InlineData("import", 0, "name: prod\n")]
    [InlineData("validate", 0, "")]
    public async Task Every_command_takes_it(string command, int code, string output) =>
        Assert.Contains(output, (await _one.RunAsync(command)).Exits(code).Output, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Of_several_one_is_named()
    {
        Assert.StartsWith("deny", (await _two.RunAsync("explain", "prod", "api.contoso.com")).Exits(1).Output, StringComparison.Ordinal);
        Assert.StartsWith("allow", (await _two.RunAsync("explain", "stage", "api.contoso.com")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("error: Say which topology: egress.cs has prod, stage.\n", (await _two.RunAsync("explain", "api.contoso.com")).Exits(2).Error);
        Assert.Equal("error: Say which topology: egress.cs has prod, stage.\n", (await _two.RunAsync("shadow")).Exits(2).Error);
        Assert.Equal("error: egress.cs has no topology 'stag', and there is no such file. Did you mean 'stage'?\n", (await _two.RunAsync("coverage", "stag")).Exits(2).Error);
    }

    [Fact]
    public async Task Two_are_compared_and_one_with_a_document()
    {
        _one.Write("prod.egress.yaml", (await _one.RunAsync("import")).Exits(0).Output);

        Assert.Contains("api.contoso.com on https/443", (await _two.RunAsync("diff", "prod", "stage")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Equal(["Nothing changes: every connection becomes what it was before."], (await _one.RunAsync("diff", "prod.egress.yaml")).Exits(0).Lines);
        Assert.Equal(["Nothing changes: every connection becomes what it was before."], (await _one.RunAsync("diff", "prod", "prod.egress.yaml")).Exits(0).Lines);
        Assert.Contains("Say what 'prod' is compared with", (await _one.RunAsync("diff", "prod")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_still_a_source_and_is_no_host()
    {
        _one.Write("shop.egress.yaml", Folder.Document());

        Assert.StartsWith("allow", (await _one.RunAsync("explain", "shop.egress.yaml", "mcr.microsoft.com")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("Say where the flow goes", (await _one.RunAsync("explain", "shop.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("2 source(s)", (await _one.RunAsync("validate", "prod", "shop.egress.yaml")).Exits(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_where_the_program_names_its_topologies()
    {
        using var folder = With(_prod, _stage with { Location = "" });
        const string Finding = "egress.cs(7,1,7,1): error AKSE2015: In 'stage': '' is not";

        Assert.Contains(Finding, (await folder.RunAsync("validate")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains(Finding, (await folder.RunAsync("build", "--arm", "false")).Exits(1).Error, StringComparison.Ordinal);
        Assert.Contains(Finding, (await folder.RunAsync("explain", "stage", "mcr.microsoft.com")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains(Finding, (await folder.RunAsync("report", "stage")).Exits(2).Error, StringComparison.Ordinal);
        (await folder.RunAsync("explain", "prod", "mcr.microsoft.com")).Exits(0);
    }

    [Fact]
    public async Task Topologies_of_one_name_are_a_mistake()
    {
        using var folder = With(_prod, _stage with { Name = "prod" });

        Assert.Contains("AKSE0002", (await folder.RunAsync("validate")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("AKSE0002", (await folder.RunAsync("build", "--arm", "false")).Exits(1).Error, StringComparison.Ordinal);
        Assert.Equal("error: egress.cs has several topologies named 'prod'. Name one of them differently.\n", (await folder.RunAsync("coverage", "prod")).Exits(2).Error);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("explain", "mcr.microsoft.com")]
    public async Task Code_that_throws_is_told_with_its_place(params string[] command)
    {
        using var folder = new Folder { Program = ProgramTopologies.Of(new[] { "x" }.Select(EgressTopology (_) => throw new InvalidOperationException("no address left")), File, 7) };

        Assert.Contains("egress.cs(7,1,7,1): error AKSE0020: 'egress.cs' throws System.InvalidOperationException: no address left", (await folder.RunAsync(command)).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("egress.cs(7,1,7,1): error AKSE0020", (await folder.RunAsync("validate")).Exits(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_throws_keeps_no_answer_about_others_back()
    {
        using var folder = new Folder { Program = MembersOf(typeof(Mixed)) };

        (await folder.RunAsync("explain", "shop", "mcr.microsoft.com")).Exits(0);
        Assert.Contains("no address left", (await folder.RunAsync("explain", "stage", "mcr.microsoft.com")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_tells_of_all_members_that_throw_and_of_the_topologies_of_the_others()
    {
        using var folder = new Folder { Program = MembersOf(typeof(Mixed), typeof(Doubtful)) };
        var result = (await folder.RunAsync("validate")).Exits(1);

        Assert.Equal(["error AKSE0020", "error AKSE0020", "warning AKSE0028", "warning AKSE2252"], result.Lines.Select(line => line.Split(": ")[1]).Order(StringComparer.Ordinal));
        Assert.Equal("2 topologies: 2 error(s), 2 warning(s), 0 info(s)\n", result.Error);
        Assert.DoesNotContain("AKSE0028", (await folder.RunAsync("validate", "--severity", "AKSE0028=none")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await folder.RunAsync("validate", "--format", "json")).Exits(1).Json.GetProperty("diagnostics").GetArrayLength());
        Assert.DoesNotContain("AKSE0020", (await folder.RunAsync("validate", "shop")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_writes_all_or_those_that_are_named_and_removes_what_the_program_has_no_more()
    {
        using var folder = new Folder();
        folder.Write("egress.cs", "");
        string[] build = ["build", "--arm", "false"];
        folder.Program = Program(_prod, _stage);
        (await folder.RunAsync(build)).Exits(0);
        Assert.Equal([true, true], Built());

        (await folder.RunAsync([.. build, "prod"])).Exits(0);
        Assert.Equal([true, true], Built());

        folder.Program = Program(_prod);
        Assert.Contains("removed, as no document makes it any more: ", (await folder.RunAsync(build)).Exits(0).Error, StringComparison.Ordinal);
        Assert.Equal([true, false], Built());

        bool[] Built() => [.. new[] { "prod", "stage" }.Select(name => System.IO.File.Exists(folder.PathOf($"egress/{name}/main.bicep")))];
        ProgramTopologies Program(params EgressTopology[] topologies) => ProgramTopologies.Of(topologies, folder.PathOf("egress.cs"), 7);
    }

    /// <summary>A program that is published as one file, or compiled on another machine.</summary>
    [Fact]
    public async Task The_file_of_a_program_need_not_exist()
    {
        (await _two.RunAsync("build", "--arm", "false")).Exits(0);
        (await _two.RunAsync("build", "--arm", "false", "prod")).Exits(0);
        Assert.True(System.IO.File.Exists(_two.PathOf("egress/stage/main.bicep")));
    }

    [Fact]
    public async Task Without_topologies_all_that_needs_none_works()
    {
        const string None = "error: No public static member of egress.cs gives a topology. Write one, such as";
        using var folder = new Folder { Program = new(File, () => []) };
        folder.Write("shop.egress.yaml", Folder.Document());

        foreach (var help in (string[][])[["--help"], ["schema"], ["init", "new"], ["validate", "shop.egress.yaml"], ["explain", "shop.egress.yaml", "mcr.microsoft.com"], ["validate", "--help"]])
        {
            (await folder.RunAsync(help)).Exits(0);
        }

        Assert.Contains("No public static member of egress.cs", (await folder.RunAsync("--help")).Output, StringComparison.Ordinal);
        foreach (var wanted in (string[][])[["validate"], ["build"], ["coverage"], ["explain", "mcr.microsoft.com"]])
        {
            Assert.StartsWith(None, (await folder.RunAsync(wanted)).Exits(2).Error, StringComparison.Ordinal);
        }

        using var empty = With();
        (await empty.RunAsync("validate")).Exits(0);
        Assert.StartsWith(None, (await empty.RunAsync("coverage")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_cannot_be_loaded_is_told()
    {
        using var folder = new Folder { Program = new(File, () => throw new ReflectionTypeLoadException([null], [new FileNotFoundException("There is no Contoso.dll.")])) };

        Assert.Equal("error: egress.cs cannot be searched for topologies: There is no Contoso.dll.\n", (await folder.RunAsync("validate")).Exits(2).Error);
        (await folder.RunAsync("schema")).Exits(0);
    }

    [Fact]
    public async Task Help_names_the_topologies_and_how_the_program_is_called()
    {
        var help = (await _two.RunAsync("explain", "--help")).Exits(0).Output;

        Assert.Contains("Topologies of egress.cs:\n  prod, stage\n", help, StringComparison.Ordinal);
        Assert.Contains("\n  dotnet run -- explain prod mcr.microsoft.com\n", help, StringComparison.Ordinal);
        Assert.DoesNotContain("aks-egress ", help, StringComparison.Ordinal);
        Assert.Contains("'dotnet run -- --help' says more", (await _two.RunAsync("explian")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("Looks at all topologies of egress.cs.", (await _two.RunAsync("validate", "--help")).Exits(0).Output, StringComparison.Ordinal);
    }

    private static Folder With(params EgressTopology[] topologies) => new() { Program = ProgramTopologies.Of(topologies, File, 7) };

    private static ProgramTopologies MembersOf(params IEnumerable<Type> types) =>
        new(File, () => [.. TopologyMember.FindAll(typeof(ProgramTests).Assembly).Where(member => types.Any(type => member.Name.Contains($".{type.Name}.", StringComparison.Ordinal)))]);

    /// <summary>A member that gives a topology with a warning, one that throws, and one that is not read.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Members are found in public types.")]
    public static class Doubtful
    {
        public static EgressTopology Warned => TopologyDocument.Parse(Folder.Document("warned").Replace("allow: [aks]", "allow: [ghcr]", StringComparison.Ordinal)).Topology!;

        public static EgressTopology Failed => throw new InvalidOperationException("no name left");

        public static Lazy<EgressTopology> Late { get; } = new(() => Warned);
    }

    /// <summary>A member that gives a topology, and one that throws.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Members are found in public types.")]
    public static class Mixed
    {
        public static EgressTopology Shop => TopologyDocument.Parse(Folder.Document()).Topology!;

        public static EgressTopology Stage => throw new InvalidOperationException("no address left");
    }
}

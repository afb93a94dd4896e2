using System.Reflection;
using AksEgress.Diagnostics;
using Xunit;

namespace AksEgress.Tests.Generation;

/// <summary>Topologies in code are generated as documents are, together with them.</summary>
public sealed class CodeGenerationTests : IDisposable
{
    private const string Class = "AksEgress.Tests.Generation.GeneratedTopologies.";

    private static readonly IReadOnlyList<TopologyMember> _members = TopologyMember.FindAll(Assembly.GetExecutingAssembly());
    private readonly GeneratorFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Documents_and_members_are_one_run()
    {
        var result = await GenerateAsync([_folder.Document("a.yaml", "first")], "One", "Two");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["first", "one", "two"], result.Files.Select(file => file.Topology).Distinct());
        Assert.Equal(_folder.Outputs.Select(output => output.File), result.Files.Select(file => file.RelativePath).Order(StringComparer.Ordinal));
        Assert.Equal(Class + "Two", result.Files[^1].Document);
    }

    [Fact]
    public async Task A_topology_that_two_members_give_is_taken_once()
    {
        var result = await GenerateAsync([], "One", "Both");

        Assert.Empty(result.Diagnostics);
        Assert.Equal([(Class + "One", "one"), (Class + "Both", "two")], result.Files.Select(file => (file.Document, file.Topology)).Distinct());
    }

    [Fact]
    public async Task Two_topologies_of_one_name_are_an_error_at_the_second()
    {
        var finding = Assert.Single((await GenerateAsync([], "One", "OtherOne")).Diagnostics);

        Assert.Equal((GenerationDiagnostics.DuplicateName, Member("OtherOne").Span), (finding.Descriptor, finding.Span));
        Assert.StartsWith($"'{Class}One' describes a topology named 'one' already", finding.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Outputs);
    }

    [Fact]
    public async Task The_name_of_a_document_is_taken_too()
    {
        var document = _folder.Document("a.yaml", "one");
        var finding = Assert.Single((await GenerateAsync([document], "One")).Diagnostics);

        Assert.Equal((GenerationDiagnostics.DuplicateName, Member("One").Span), (finding.Descriptor, finding.Span));
        Assert.StartsWith($"'{document}' describes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_stands_at_the_member()
    {
        var finding = Assert.Single((await GenerateAsync([], "Doubtful")).Diagnostics);

        Assert.Equal(("AKSE2224", Member("Doubtful").Span), (finding.Code, finding.Span));
        Assert.NotEqual(0, finding.Span.Line);
        Assert.DoesNotContain("In '", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_member_gives_several_a_finding_says_of_which()
    {
        var result = await GenerateAsync([], "DoubtfulRegions");

        Assert.All(result.Diagnostics, finding => Assert.Equal(Member("DoubtfulRegions").Span, finding.Span));
        Assert.Collection(
            result.Diagnostics,
            finding => Assert.StartsWith("In 'east': ", finding.Message, StringComparison.Ordinal),
            finding => Assert.StartsWith("In 'west': ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_symbols_a_finding_names_the_member()
    {
        var assembly = Assembly.Load(await File.ReadAllBytesAsync(typeof(CodeGenerationTests).Assembly.Location, TestContext.Current.CancellationToken));
        var members = TopologyMember.FindAll(assembly).Where(member => member.Name is Class + "Doubtful" or Class + "DoubtfulRegions").Select(member => member.Read()).ToList();
        var result = await TopologyGenerator.GenerateAsync([], members, _folder.Options, TestContext.Current.CancellationToken);

        Assert.All(result.Diagnostics, finding => Assert.Equal(SourceSpan.None, finding.Span));
        Assert.Collection(
            result.Diagnostics,
            finding => Assert.StartsWith($"In '{Class}Doubtful': ", finding.Message, StringComparison.Ordinal),
            finding => Assert.StartsWith($"In 'east' of '{Class}DoubtfulRegions': ", finding.Message, StringComparison.Ordinal),
            finding => Assert.StartsWith($"In 'west' of '{Class}DoubtfulRegions': ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suppression_and_its_finding_stay_together()
    {
        var result = await GenerateAsync([], "Suppressed");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(Member("Suppressed").Span, Assert.Single(result.Diagnostics.Suppressed).Span);
    }

    [Fact]
    public async Task When_a_member_throws_nothing_is_written_and_all_else_is_said()
    {
        var result = await GenerateAsync([], "Doubtful", "Throwing");

        Assert.Empty(_folder.Outputs);
        Assert.Equal([("AKSE0020", Member("Throwing").Span), ("AKSE2224", Member("Doubtful").Span)], result.Diagnostics.Select(finding => (finding.Code, finding.Span)));
    }

    [Fact]
    public async Task An_initializer_that_throws_is_said_once_for_all_members()
    {
        MemberTopologies[] given = [.. _members.Where(member => member.Name.Contains("CodeTopologies.Initialized.", StringComparison.Ordinal)).Select(member => member.Read())];
        var result = await TopologyGenerator.GenerateAsync([], given, _folder.Options, TestContext.Current.CancellationToken);

        Assert.Equal(3, given.Length);
        Assert.Equal("AKSE0020", Assert.Single(result.Diagnostics).Code);
    }

    private static TopologyMember Member(string name) => _members.Single(member => member.Name == Class + name);

    private Task<GenerationResult> GenerateAsync(string[] documents, params string[] members) =>
        TopologyGenerator.GenerateAsync(documents, [.. members.Select(name => Member(name).Read())], _folder.Options, TestContext.Current.CancellationToken);
}

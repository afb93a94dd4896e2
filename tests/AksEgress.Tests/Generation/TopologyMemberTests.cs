using System.Reflection;
using AksEgress.Diagnostics;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Generation;

/// <summary>Topologies in compiled code are found where they are public, at their lines, and tell what is wrong with them.</summary>
public sealed class TopologyMemberTests
{
    private const string Class = "AksEgress.Tests.Generation.CodeTopologies.";

    private static readonly string _file = Repository.PathOf("tests", "AksEgress.Tests", "Generation", "CodeTopologies.cs");
    private static readonly IReadOnlyList<TopologyMember> _members =
        [.. TopologyMember.FindAll(Assembly.GetExecutingAssembly()).Where(member => member.Name.StartsWith(Class, StringComparison.Ordinal))];

    public static TheoryData<string> Places =>
        ["Field", "Property", "Computed", "Iterator", "Array", "Throwing", "Null", "NullElement", "Method", "Endless", "Many", "Nested.Property", "Initialized.Second", "Forms.Dictionary"];

    [Fact]
    public void Public_static_members_of_public_types_are_found_by_type_and_then_as_the_assembly_lists_them() =>
        Assert.Equal(
            ["Field", "Method", "Property", "Computed", "Iterator", "Array", "Throwing", "Null", "NullElement", "Endless", "Many", "Initialized.Field", "Initialized.First", "Initialized.Second", "Nested.Property"],
            _members.Where(member => !member.Name.Contains(".Forms.", StringComparison.Ordinal)).Select(member => member.Name[Class.Length..]));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_member_has_the_line_on_which_it_is_written(string name)
    {
        var span = Member(name).Span;

        Assert.Equal(_file, span.File);
        Assert.Equal(LineOf(name), span.Line);
        Assert.True(span is { Column: > 1, EndLine: > 0, EndColumn: > 1 });
    }

    [Theory]
    [InlineData("Field", "field")]
    [InlineData("Property", "property")]
    [InlineData("Computed", "computed")]
    [InlineData("Iterator", "iterated-1", "iterated-2")]
    [InlineData("Array", "element-1", "element-2")]
    [InlineData("Method", "method")]
    public void A_member_gives_its_topologies(string name, params string[] topologies)
    {
        var given = Member(name).Read();

        Assert.Equal(topologies, given.Topologies.Select(topology => topology.Name));
        Assert.Empty(given.Diagnostics);
        Assert.Null(given.Exception);
    }

    [Fact]
    public void What_a_member_throws_is_a_finding_at_its_line()
    {
        var given = Member("Throwing").Read();

        Assert.Empty(given.Topologies);
        Assert.Equal(CodeDiagnostics.MemberHasThrown.At(Member("Throwing").Span, $"'{Class}Throwing' throws System.InvalidOperationException: There is no region."), Assert.Single(given.Diagnostics));
        Assert.Contains("CodeTopologies.get_Throwing", given.Exception!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("First")]
    [InlineData("Second")]
    [InlineData("Field")]
    public void What_an_initializer_throws_is_a_finding_at_its_line_whichever_member_is_read(string name)
    {
        var finding = Assert.Single(Member($"Initialized.{name}").Read().Diagnostics);

        Assert.Equal((_file, LineOf("Initialized.Second")), (finding.Span.File, finding.Span.Line));
        Assert.Equal($"An initializer of '{Class}Initialized' throws System.InvalidOperationException: No such team.", finding.Message);
    }

    [Theory]
    [InlineData("Null", "null")]
    [InlineData("NullElement", "null as number 2 of its topologies")]
    public void Null_is_a_finding(string name, string what)
    {
        var given = Member(name).Read();

        Assert.Empty(given.Topologies);
        Assert.Equal(CodeDiagnostics.MemberIsNull.At(Member(name).Span, $"'{Class}{name}' gives {what}. Give a topology, or none: an empty sequence."), Assert.Single(given.Diagnostics));
    }

    [Fact]
    public void A_sequence_without_end_is_a_finding()
    {
        var given = Member("Endless").Read();

        Assert.Empty(given.Topologies);
        Assert.Equal(CodeDiagnostics.TooManyTopologies.At(Member("Endless").Span, $"'{Class}Endless' gives more than 1,000 topologies, and perhaps never ends. End it with Take(…), or split it into several members."), Assert.Single(given.Diagnostics));
        Assert.Equal(1000, Member("Many").Read().Topologies.Count);
    }

    [Theory]
    [InlineData("Dictionary", "IReadOnlyDictionary<String, EgressTopology>")]
    [InlineData("Lists", "Dictionary<Int32, EgressTopology[]>")]
    [InlineData("Lazy", "Lazy<EgressTopology>")]
    [InlineData("Nested", "EgressTopology[][]")]
    [InlineData("Function", "Func<EgressTopology>")]
    [InlineData("Task", "Task<EgressTopology>")]
    [InlineData("Async", "IAsyncEnumerable<EgressTopology>")]
    public void A_form_that_is_not_read_is_a_warning_and_runs_nothing(string name, string type)
    {
        var given = Member($"Forms.{name}").Read();

        Assert.Empty(given.Topologies);
        Assert.Equal(
            CodeDiagnostics.UnreadForm.At(Member($"Forms.{name}").Span, $"'{Class}Forms.{name}' is of type {type}, and read are topologies and sequences of them: what it holds is not generated. Give an IEnumerable<EgressTopology>, or make the member internal."),
            Assert.Single(given.Diagnostics));
    }

    [Fact]
    public void What_takes_topologies_holds_none() => Assert.Equal(
        ["Async", "Dictionary", "Function", "Lazy", "Lists", "Nested", "Task"],
        _members.Select(member => member.Name).Where(name => name.Contains(".Forms.", StringComparison.Ordinal)).Select(name => name[(name.LastIndexOf('.') + 1)..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Without_symbols_members_have_no_place()
    {
        // Read from bytes, an assembly has no file, and so no symbols beside it.
        var assembly = Assembly.Load(File.ReadAllBytes(typeof(TopologyMemberTests).Assembly.Location));

        Assert.All(TopologyMember.FindAll(assembly), member => Assert.Equal(SourceSpan.None, member.Span));
        Assert.Contains(TopologyMember.FindAll(assembly), member => member.Name == $"{Class}Field");
    }

    private static TopologyMember Member(string name) => _members.Single(member => member.Name == Class + name);

    private static int LineOf(string name) => Array.FindIndex(File.ReadAllLines(_file), line => line.EndsWith($"// {name}", StringComparison.Ordinal)) + 1;
}

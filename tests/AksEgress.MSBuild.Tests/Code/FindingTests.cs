using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests.Code;

/// <summary>What is wrong with code is an error of the build at its line; the last good output stays.</summary>
public sealed class FindingTests(RestoredCodeProject restored) : IClassFixture<RestoredCodeProject>
{
    [Theory]
    [InlineData("public static EgressTopology Shop => throw new System.IO.IOException(\"No {file}.\");", "AKSE0020: 'Contoso.Topologies.Shop' throws System.IO.IOException: No {file}.")]
    [InlineData("public static EgressTopology Shop => null!;", "AKSE0021: 'Contoso.Topologies.Shop' gives null.")]
    [InlineData("public static EgressTopology Shop => Named(\"Shop\");", "AKSE2014: ")]
    public async Task A_mistake_stands_at_the_member(string members, string message)
    {
        var project = restored.Generated();
        var before = project.Files(CodeProject.Egress);
        var run = (await restored.With(members).GenerateAsync()).Failed();

        var line = Assert.Single(run.Lines("error AKSE"));
        Assert.StartsWith($"{project.PathOf(CodeProject.File)}(8,", line, StringComparison.Ordinal);
        Assert.Contains($": error {message}", line, StringComparison.Ordinal);
        Assert.Equal(before, project.Files(CodeProject.Egress));
        Assert.False(Directory.Exists(project.PathOf("obj/Debug/net10.0/egress/staging")));
    }

    [Fact]
    public async Task The_stack_is_for_those_who_ask()
    {
        const string members = "public static EgressTopology Shop => throw new System.IO.IOException();";

        Assert.Empty((await restored.With(members).GenerateAsync("-v:normal")).Failed().Lines("at Contoso.Topologies"));
        Assert.NotEmpty((await restored.With(members).GenerateAsync("-v:detailed")).Failed().Lines("at Contoso.Topologies.get_Shop()"));
    }

    [Fact]
    public async Task Names_are_checked_over_documents_and_code()
    {
        var project = restored.With("public static EgressTopology Shop => Named(\"shop\");");
        project.Write("a.egress.yaml", TestProject.Document("shop"));

        Assert.StartsWith($"{project.PathOf(CodeProject.File)}(8,", Assert.Single((await project.GenerateAsync()).Failed().Lines("error AKSE0002")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_is_that_of_the_file_also_where_the_compiler_wrote_another()
    {
        var project = restored.With("public static EgressTopology Shop => null!;");
        project.Write("a.egress.yaml", "names: shop\n");
        // Of the first two entries one looks like the beginning of what the third writes, the other like that of the document's own path.
        var run = (await project.GenerateAsync($"-p:PathMap=/none/=/_%2c/other/={project.Folder}/%2c{project.Folder}/=/_/")).Failed();

        Assert.StartsWith($"{project.PathOf(CodeProject.File)}(8,", Assert.Single(run.Lines("error AKSE0021")), StringComparison.Ordinal);
        Assert.StartsWith($"{project.PathOf("a.egress.yaml")}(1,", run.Lines("error AKSE1")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_symbols_the_message_names_the_member()
    {
        var project = restored.With("public static EgressTopology Shop => Named(\"Shop\");");
        var run = (await project.GenerateAsync("-p:DebugType=none", "-p:OutputPath=bin/none/", "-p:IntermediateOutputPath=obj/none/")).Failed();

        Assert.StartsWith($"{project.PathOf("p.csproj")} : error AKSE2014: In 'Contoso.Topologies.Shop': ", Assert.Single(run.Lines("error AKSE")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Console.Error.WriteLine(\"No region.\"); System.Environment.Exit(0);", "ended with code 0 before it was done. Code that is run at build must not call Environment.Exit. The last line that it wrote is: No region.")]
    [InlineData("new System.Threading.Thread(() => throw new System.IO.IOException(\"Lost.\")).Start(); System.Threading.Thread.Sleep(60000);", "Unhandled exception. System.IO.IOException: Lost.")]
    [InlineData("Overflow(1);", "Stack overflow.")]
    [InlineData("System.Environment.FailFast(\" No region.\");", "Process terminated.  No region.")]
    public async Task Code_that_ends_its_process_is_an_error(string statement, string message)
    {
        var project = restored.Generated();
        var before = project.Files(CodeProject.Egress);
        restored.With($"public static EgressTopology Shop {{ get {{ {statement} return null!; }} }} private static int Overflow(int i) => Overflow(i + 1) + Overflow(i);");
        var run = (await project.GenerateAsync()).Failed();

        var line = Assert.Single(run.Lines("error "));
        Assert.StartsWith($"{project.PathOf("p.csproj")} : error AKSE0023: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.Equal(before, project.Files(CodeProject.Egress));
    }

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(-1)")]
    [InlineData("throw new System.IO.IOException()")]
    [InlineData("System.Environment.ExitCode = 3")]
    public async Task What_code_does_when_its_process_ends_changes_nothing(string statement)
    {
        var project = restored.Generated();
        var before = project.Files(CodeProject.Egress);
        restored.With($"public static EgressTopology Shop {{ get {{ System.AppDomain.CurrentDomain.ProcessExit += (_, _) => {{ {statement}; }}; return Named(\"shop\", \"westeurope\"); }} }}");
        Assert.True((await project.GenerateAsync()).Succeeded().Generated);

        Assert.NotEqual(before, project.Files(CodeProject.Egress));
        Assert.Equal(before.Keys, project.Files(CodeProject.Egress).Keys);
        (await project.GenerateAsync("-question")).Succeeded();
    }

    [Fact]
    public async Task A_host_that_is_too_old_is_told_before_it_compiles_or_loads_a_task()
    {
        var project = restored.Generated();
        restored.With("public static EgressTopology Shop => none;");

        Assert.Contains("error AKSE0011: ", Assert.Single((await project.GenerateAsync("-p:_AksEgressHostVersion=17.14.8", "-p:_AksEgressTasks=nowhere.dll")).Failed().Lines("error ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_cannot_start_or_answer_is_an_error_with_a_code()
    {
        var project = restored.Generated();
        restored.With("public static EgressTopology Shop => Named(\"other\");");
        project.Write("new.json", """{ "runtimeOptions": { "tfm": "net99.0", "framework": { "name": "Microsoft.NETCore.App", "version": "99.0.0" } } }""");
        async Task<string> ErrorAsync(params string[] arguments) => Assert.Single((await project.GenerateAsync(arguments)).Failed().Lines("error "));

        var line = await ErrorAsync("-p:GenerateRuntimeConfigurationFiles=false", $"-p:ProjectRuntimeConfigFilePath={project.PathOf("new.json")}");
        Assert.Contains("error AKSE0023: ", line, StringComparison.Ordinal);
        Assert.Contains("You must install or update .NET to run this application. Framework: 'Microsoft.NETCore.App', version '99.0.0'", line, StringComparison.Ordinal);

        Assert.Contains("error AKSE0023: The process that runs the code of the topologies cannot be started. 'nowhere/dotnet': ", await ErrorAsync("-p:_AksEgressDotNet=nowhere/dotnet"), StringComparison.Ordinal);

        Directory.CreateDirectory(project.PathOf("obj/Debug/net10.0/egress/staging.result"));
        Assert.Contains("error AKSE0003: ", await ErrorAsync(), StringComparison.Ordinal);
        Directory.Delete(project.PathOf("obj/Debug/net10.0/egress/staging.result"));
    }

    [Fact]
    public async Task A_project_that_has_no_topology_hears_of_it()
    {
        var run = (await restored.With("internal static EgressTopology Shop => Named(\"shop\");").GenerateAsync()).Succeeded();

        Assert.Single(run.Lines("warning AKSE0025"));
    }
}

using AksEgress.Diagnostics;
using AksEgress.Parsing;
using AksEgress.Rendering;
using Xunit;

namespace AksEgress.Tests.Generation;

/// <summary>All outputs of all documents, or none; and all that is wrong, at once.</summary>
public sealed class TopologyGeneratorTests : IDisposable
{
    private readonly GeneratorFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_document_gets_its_folder_in_the_order_of_the_documents()
    {
        var result = await GenerateAsync(_folder.Document("b.yaml", "second"), _folder.Document("a.yaml", "first"));

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["second", "first"], result.Files.Select(file => file.Topology).Distinct());
        Assert.All(result.Files, file => Assert.Equal(Path.Combine(_folder.OutputDirectory, file.RelativePath.Replace('/', Path.DirectorySeparatorChar)), Path.GetFullPath(file.Path)));
        Assert.Equal(_folder.Outputs.Select(output => output.File), result.Files.Select(file => file.RelativePath).Order(StringComparer.Ordinal));
        Assert.Equal(OutputKind.Bicep, result.Files.Single(file => file.RelativePath == "first/modules/network.bicep").Kind);
        Assert.False(Directory.Exists(_folder.StagingDirectory));
    }

    [Fact]
    public async Task No_document_no_file()
    {
        var result = await GenerateAsync();

        Assert.Empty(result.Files);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public async Task What_is_wrong_with_every_document_is_said_in_one_run_and_nothing_is_written()
    {
        var good = _folder.Document("good.yaml", "good");
        await GenerateAsync(good);
        var before = _folder.Outputs.ToList();
        var result = await GenerateAsync(good, _folder.Write("one.yaml", "nam: one\n"), _folder.Write("two.yaml", "name: [two"));

        Assert.Empty(result.Files);
        Assert.Equal(["one.yaml", "two.yaml"], result.Diagnostics.Select(d => Path.GetFileName(d.Span.File)).Distinct());
        Assert.Equal(before, _folder.Outputs);
        Assert.False(Directory.Exists(_folder.StagingDirectory));
    }

    [Fact]
    public async Task Two_topologies_of_one_name_are_an_error_at_the_second_name()
    {
        var first = _folder.Document("a.yaml", "same");
        var second = _folder.Document("b.yaml", "same");
        var result = await GenerateAsync(first, second);

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(GenerationDiagnostics.DuplicateName, diagnostic.Descriptor);
        Assert.Equal(new SourceSpan(second, 1, 7, 1, 11), diagnostic.Span);
        Assert.Contains(first, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_environment_gets_its_folder_and_included_files_are_dependencies()
    {
        var rules = _folder.Write("shared/partners.rules.yaml", "allow: [{ https: ['${environment}.contoso.com'] }]");
        var document = _folder.Write("a.yaml", "environments: { dev: {}, prod: {} }\ninclude: [shared/partners.rules.yaml]\n" + SmallDocument.Of("shop-${environment}"));
        var result = await GenerateAsync(document);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["shop-dev", "shop-prod"], result.Files.Select(file => file.Topology).Distinct());
        Assert.All(result.Files, file => Assert.Equal(document, file.Document));
        Assert.Contains(rules, result.Dependencies);
        Assert.Contains("prod.contoso.com", await File.ReadAllTextAsync(result.Files.Single(file => file.RelativePath == "shop-prod/modules/policy.bicep").Path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["shop-dev"], (await GenerateInAsync(document, "dev")).Files.Select(file => file.Topology).Distinct());
        Assert.Equal(["AKSE1031"], (await GenerateInAsync(document, "test")).Diagnostics.Select(finding => finding.Code));
        // What is behind a path belongs to it: the build knows files only, and looks at their times.
        Assert.Equal([GenerationDiagnostics.UnreadableDocument], (await GenerateAsync(document + "#dev")).Diagnostics.Select(finding => finding.Descriptor));
    }

    [Fact]
    public async Task One_environment_alone_does_not_warn_of_what_another_needs()
    {
        var document = _folder.Write("a.yaml", "environments: { dev: { h: security.ubuntu.com }, prod: { h: a.contoso.com } }\n"
            + SmallDocument.Of("a-${environment}", "rules: [{ collection: c, kind: application, priority: 200, rules: [{ name: r, fqdns: ['${h}'], protocols: [https], suppress: [{ code: AKSE2237, reason: Old. }] }] }]"));

        Assert.Empty((await GenerateInAsync(document, "prod")).Diagnostics);
    }

    [Fact]
    public async Task Environments_of_one_name_are_an_error_that_names_them()
    {
        var document = _folder.Write("a.yaml", "environments: { dev: {}, test: {}, prod: {} }\n" + SmallDocument.Of("shop"));
        var finding = Assert.Single((await GenerateAsync(document)).Diagnostics);

        Assert.Equal(GenerationDiagnostics.DuplicateName, finding.Descriptor);
        Assert.StartsWith($"'{document}#dev' describes", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("(only in test, prod)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_an_included_file_is_told_once()
    {
        var rules = _folder.Write("a.rules.yaml", "allow: [akz]");
        var documents = new[] { "a", "b" }.Select(name => _folder.Write($"{name}.yaml", $"environments: {{ dev: {{}}, prod: {{}} }}\ninclude: [a.rules.yaml]\n{SmallDocument.Of(name + "-${environment}")}"));

        Assert.Equal([$"{rules}(1,9,1,12)"], (await GenerateAsync([.. documents])).Diagnostics.Select(finding => finding.Span.ToString()));
    }

    [Theory]
    [InlineData("{ dev: { host: '*' }, prod: { host: a.contoso.com } }", "{ dev: { host: a.contoso.com }, prod: { host: '*' } }", false)]
    [InlineData("{ dev: { host: '*' }, prod: { host: a.contoso.com } }", "{ dev: { host: '*' }, prod: { host: '*' } }", false)]
    [InlineData("{ dev: { host: '*' }, prod: { host: '*' } }", "{ dev: { host: '*' }, prod: { host: a.contoso.com } }", false)]
    [InlineData("{ dev: { host: '*' }, prod: { host: a.contoso.com } }", "{ dev: { host: '*' }, prod: { host: b.contoso.com } }", true)]
    public async Task A_mistake_in_an_included_file_that_some_environments_have_is_told_once(string ofOne, string ofOther, bool namesEnvironments)
    {
        var rules = _folder.Write("a.rules.yaml", "allow: [{ https: ['${host}'] }]");
        var documents = new[] { ("a", ofOne), ("b", ofOther) }.Select(one => _folder.Write($"{one.Item1}.yaml", $"environments: {one.Item2}\ninclude: [a.rules.yaml]\n{SmallDocument.Of(one.Item1 + "-${environment}")}"));

        var finding = Assert.Single((await GenerateAsync([.. documents])).Diagnostics, finding => finding.Span.File == rules);

        Assert.Equal(("AKSE2708", namesEnvironments), (finding.Code, finding.Message.EndsWith(" (only in dev)", StringComparison.Ordinal)));
        Assert.Equal(namesEnvironments, finding.Message.EndsWith(')'));
    }

    [Fact]
    public async Task Names_that_differ_in_case_are_one_name() =>
        Assert.Contains(
            GenerationDiagnostics.DuplicateName,
            (await GenerateAsync(_folder.Document("a.yaml", "same"), _folder.Document("b.yaml", "SAME"))).Diagnostics.Select(d => d.Descriptor));

    [Fact]
    public async Task A_missing_document_and_a_folder_are_errors()
    {
        var missing = Path.Combine(_folder.OutputDirectory, "missing.yaml");
        var folder = Path.GetDirectoryName(_folder.Write("folder.yaml/file", ""))!;
        var result = await GenerateAsync(missing, folder);

        Assert.Equal([missing, folder], result.Diagnostics.Select(d => d.Span.File));
        Assert.All(result.Diagnostics, d => Assert.Equal(GenerationDiagnostics.UnreadableDocument, d.Descriptor));
    }

    [Fact]
    public async Task A_document_over_the_limit_is_not_read_to_its_end()
    {
        var file = _folder.Write("large.yaml", "");
        using (var stream = File.OpenWrite(file))
        {
            // Sparse: no disk has that much to spare for a test, and no memory.
            stream.SetLength(1L << 40);
        }

        Assert.Equal(DocumentDiagnostics.TooLarge, Assert.Single((await GenerateAsync(file)).Diagnostics).Descriptor);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_an_error()
    {
        _folder.Write("out/topology/main.bicep/in-the-way", "");
        var result = await GenerateAsync(_folder.Document("a.yaml", "topology"));

        Assert.Equal(GenerationDiagnostics.UnwritableOutput, Assert.Single(result.Diagnostics).Descriptor);
        Assert.Empty(result.Files);
        Assert.False(Directory.Exists(_folder.StagingDirectory));
    }

    [Fact]
    public async Task Leftovers_of_a_killed_run_do_not_matter()
    {
        _folder.Write("obj/staging/0/main.bicep/in-the-way", "");
        var result = await GenerateAsync(_folder.Document("a.yaml", "topology"));

        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.Files);
    }

    [Fact]
    public async Task A_cancelled_run_writes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TopologyGenerator.GenerateAsync([_folder.Document("a.yaml", "topology")], _folder.Options, cancellation.Token));
        Assert.Empty(_folder.Outputs);
        Assert.False(Directory.Exists(_folder.StagingDirectory));
    }

    [Fact]
    public async Task Scripts_may_be_executed()
    {
        var result = await GenerateAsync(_folder.Document("a.yaml", "topology"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(result.Files.Single(file => file.Kind == OutputKind.Script).Path).HasFlag(UnixFileMode.UserExecute));
        }
    }

    private Task<GenerationResult> GenerateInAsync(string document, string environment) =>
        TopologyGenerator.RunAsync([new(document, environment)], [], _folder.Options, TestContext.Current.CancellationToken);

    private Task<GenerationResult> GenerateAsync(params string[] documents) =>
        TopologyGenerator.GenerateAsync(documents, _folder.Options, TestContext.Current.CancellationToken);
}

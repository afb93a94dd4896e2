using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Rendering.Report;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>The user's own templates in place of some of ours.</summary>
public sealed class CustomTemplateTests : IDisposable
{
    private static readonly EgressTopology _topology = Case.Read("services-in-namespaces").Resolve();
    private static readonly ValueList<RenderedFile> _default = Render(TemplateSet.Default, []);

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = [];

    public static TheoryData<string> Names { get; } = [.. TemplateSet.Default.Names.Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void One_template_replaces_one_and_leaves_the_others(string name)
    {
        var files = Render(name, "replaced\n");

        Assert.Empty(_diagnostics);
        Assert.Equal(_default.Select(file => (file.Path, file.Kind)), files.Select(file => (file.Path, file.Kind)));
        var replaced = files.Except(_default).ToList();
        Assert.NotEmpty(replaced);
        Assert.All(replaced, file => Assert.Equal("replaced\n", file.Content));
    }

    [Fact]
    public void The_set_says_which_files_it_read()
    {
        var file = _folder.Write("bicep/main.bicep.scriban", "x");
        _folder.Write("bicep/README.md", "no template");
        Assert.Equal([file], TemplateSet.Load(_folder.Path, _diagnostics).Files);
        Assert.Empty(_diagnostics);
    }

    [Theory]
    [InlineData("bicep/main.bicep", "{{ \"x'y${z}\" }}", "'x\\'y\\${z}'")]
    [InlineData("bicep/main.bicep", "{{ x = \"it's\"; x }}", "'it\\'s'")]
    [InlineData("bicep/main.bicep", "{{ [\"it's\"] }}", "[\n  'it\\'s'\n]")]
    [InlineData("bicep/main.bicep", "{{ capture x }}a ' b{{ end }}{{ x }}", "'a \\' b'")]
    [InlineData("bicep/main.bicep", "{{ capture x }}a{{ \"'\" }}b{{ end }}{{ x }}", "'a\\'b'")]
    [InlineData("bicep/main.bicep", "{{ func f; ret \"it's\"; end; f }}", "'it\\'s'")]
    [InlineData("bicep/main.bicep", "{{ \"a'\" + \"b\" }}", "'a\\'b'")]
    [InlineData("bicep/main.bicep", "{{ $\"a'{1}\" }}", "'a\\'1'")]
    [InlineData("kubernetes/service-public.yaml", "{{ \"x: y\" }}", "\"x: y\"")]
    [InlineData("kubernetes/service-public.yaml", "{{ 'no' }}", "\"no\"")]
    [InlineData("report/report.html", "{{ '<b title=\"x\">' }}", "&lt;b title=&quot;x&quot;&gt;")]
    [InlineData("report/report.md", "{{ 'a|b' }}", "<code>a&#124;b</code>")]
    [InlineData("scripts/deploy.sh", "{{ \"$(id) it's\" }}", "'$(id) it'\\''s'")]
    public void A_raw_value_cannot_be_printed(string name, string template, string text)
    {
        var files = Render(name, template);
        Assert.Empty(_diagnostics);
        var replaced = Assert.Single(files.Except(_default));
        Assert.Equal(text, replaced.Content);
    }

    [Fact]
    public void A_template_that_replaces_nothing_is_told_the_nearest_name()
    {
        var file = _folder.Write("bicep/netwrok.bicep.scriban", "x");

        var set = TemplateSet.Load(_folder.Path, _diagnostics);

        var diagnostic = Assert.Single(_diagnostics);
        Assert.Equal(("AKSE4003", DiagnosticSeverity.Warning, SourceSpan.WholeFile(file)), (diagnostic.Code, diagnostic.Severity, diagnostic.Span));
        Assert.Contains("'bicep/network.bicep'", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(_default, Render(set, []));
    }

    [Fact]
    public void A_template_that_Scriban_cannot_read_is_an_error_at_its_place()
    {
        var file = _folder.Write("bicep/main.bicep.scriban", "first\n  {{ for x in }}\n{{ end }}\n");

        TemplateSet.Load(_folder.Path, _diagnostics);

        Assert.All(_diagnostics, diagnostic => Assert.Equal(("AKSE4001", DiagnosticSeverity.Error, file, 2), (diagnostic.Code, diagnostic.Severity, diagnostic.Span.File, diagnostic.Span.Line)));
        Assert.True(_diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("{{ nmae }}", 1)]
    [InlineData("\n\n  {{ network.x.y }}", 3)]
    [InlineData("\n{{ 1 / 0 }}", 2)]
    [InlineData("\n{{ 1.5 }}", 2)]
    [InlineData("\n{{ {a: 1} }}", 2)]
    [InlineData("\n{{ [{a: 1}] }}", 2)]
    [InlineData("\n{{ include 'x' }}", 2)]
    [InlineData("\n{{ 'x' | string.upcase }}", 2)]
    [InlineData("\n{{ func f; f; end; f }}", 2)]
    public void A_template_that_fails_is_an_error_at_its_place_and_leaves_the_other_files(string template, int line)
    {
        var file = Path.Combine(_folder.Path, "bicep", "main.bicep.scriban");

        var files = Render("bicep/main.bicep", template);

        var diagnostic = Assert.Single(_diagnostics);
        Assert.Equal(("AKSE4002", DiagnosticSeverity.Error, file, line), (diagnostic.Code, diagnostic.Severity, diagnostic.Span.File, diagnostic.Span.Line));
        Assert.Contains("services", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(_default.Where(file => file.Path != "main.bicep"), files);
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        var missing = Path.Combine(_folder.Path, "missing");
        TemplateSet.Load(missing, _diagnostics);
        Assert.Equal(("AKSE4004", SourceSpan.WholeFile(missing)), (Assert.Single(_diagnostics).Code, Assert.Single(_diagnostics).Span));
    }

    [Fact]
    public void CRLF_in_a_template_does_not_reach_the_output() =>
        Assert.Equal("a\nb\n", Assert.Single(Render("bicep/main.bicep", "a\r\n{{ if true }}b\r\n{{ end }}").Except(_default)).Content);

    [Fact]
    public void Rendering_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => TopologyRenderer.Render(_topology, TemplateSet.Default, _diagnostics, cancellation.Token));
        Assert.Empty(_diagnostics);
    }

    private ValueList<RenderedFile> Render(string name, string template)
    {
        _folder.Write(name + ".scriban", template);
        return Render(TemplateSet.Load(_folder.Path, _diagnostics), _diagnostics);
    }

    /// <summary>Every file that has a template.</summary>
    private static ValueList<RenderedFile> Render(TemplateSet templates, DiagnosticBag diagnostics) =>
    [
        .. TopologyRenderer.Render(_topology, templates, diagnostics),
        .. ReportRenderer.Render(_topology, [], templates, diagnostics),
        .. ReportRenderer.Render(_topology.CompareWith(_topology), _topology.Name, templates, diagnostics),
    ];
}

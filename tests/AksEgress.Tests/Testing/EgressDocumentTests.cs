using AksEgress.Parsing;
using AksEgress.Testing;
using AksEgress.Tests.Shared;

namespace AksEgress.Tests.Testing;

/// <summary>Documents in users' tests.</summary>
public sealed class EgressDocumentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aksegress-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_document_has_what_it_includes()
    {
        Write("shared/partners.rules.yaml", "allow: [{ https: [api.contoso.com] }]\n");
        EgressDocument.Load(Write("shop.egress.yaml", SmallDocument.Of("shop", "include: [shared/partners.rules.yaml]"))).AssertAllows("https://api.contoso.com");
    }

    [Fact]
    public void A_file_that_is_reached_by_its_folders_own_name_is_taken_once()
    {
        Write("team/common.rules.yaml", "allow: [{ name: common, https: [api.contoso.com] }]\n");
        Write("shared/p.rules.yaml", "include: [../team/common.rules.yaml]\n");
        var path = Write("team/k.egress.yaml", "");
        var text = SmallDocument.Of("k", "include: [common.rules.yaml, ../shared/p.rules.yaml]");

        Assert.Empty(TopologyDocument.Parse(text, "k.egress.yaml", include => File.OpenRead(Path.Combine(Path.GetDirectoryName(path)!, include))).Validate());
    }

    [Fact]
    public void A_path_names_an_environment()
    {
        var path = Write("shop.egress.yaml", SmallDocument.Of("shop-${environment}", "environments: { dev: {}, prod: {} }"));
        Assert.Equal("shop-prod", EgressDocument.Load(path + "#prod").Name);
        Assert.Equal(["shop-dev", "shop-prod"], EgressDocument.LoadAll(path).Select(topology => topology.Name));
        Assert.Equal(["shop-prod"], EgressDocument.LoadAll(path + "#prod").Select(topology => topology.Name));

        var failure = Assert.Throws<EgressAssertionException>(() => EgressDocument.Load(path));
        Assert.Equal($"'{path}' has environments. Name one: '{path}#dev', '{path}#prod'.", failure.Message);
        failure = Assert.Throws<EgressAssertionException>(() => EgressDocument.Load(path + "#test"));
        Assert.Contains("There is no environment 'test'.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_the_text_are_told()
    {
        var failure = Assert.Throws<EgressAssertionException>(() => EgressDocument.Load(Write("shop.egress.yaml", SmallDocument.Of("shop", "firewalls: {}"))));
        Assert.Contains("AKSE1009", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("environments: { dev: { a: b } }", "AKSE1029")]
    [InlineData("environments: { dev: {} }\ninclude: [a.rules.yaml, a.rules.yaml]", "AKSE1019")]
    public void Warnings_of_the_text_are_told_unless_the_document_says_otherwise(string more, string code)
    {
        Write("a.rules.yaml", "allow: [ghcr]");
        var failure = Assert.Throws<EgressAssertionException>(() => EgressDocument.Load(Write("shop.egress.yaml", SmallDocument.Of("shop", more)) + "#dev"));
        Assert.Contains(code, failure.Message, StringComparison.Ordinal);

        EgressDocument.Load(Write("shop.egress.yaml", SmallDocument.Of("shop", $"{more}\nseverity: {{ {code}: none }}")) + "#dev").AssertHasNoFindings();
    }

    [Fact]
    public void A_path_that_is_not_whole_starts_where_the_tests_run() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "none.egress.yaml"), Assert.Throws<FileNotFoundException>(() => EgressDocument.Load("none.egress.yaml")).FileName);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AksEgress.Rendering;
using CsCheck;
using Xunit;

namespace AksEgress.Tests.Rendering.Report;

/// <summary>Values come out as text of HTML, of its attributes and of Markdown, whatever they look like.</summary>
public sealed partial class EscapingTests
{
    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Ignore, ConformanceLevel = ConformanceLevel.Document };

    [Fact]
    public void Html_text_and_attributes_are_the_value() => Assert.All(NastyText.All, AssertHtml);

    [Fact]
    public void Html_of_random_values() => NastyText.Gen.Sample(AssertHtml, iter: NastyText.Iterations(2_000));

    [Fact]
    public void Markdown_is_the_value_and_nothing_else() => Assert.All(NastyText.All, AssertMarkdown);

    [Fact]
    public void Markdown_of_random_values() => NastyText.Gen.Sample(AssertMarkdown, iter: NastyText.Iterations(2_000));

    [Theory]
    [InlineData("api.contoso.com", "`api.contoso.com`")]
    [InlineData("*.contoso.com", "`*.contoso.com`")]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData("a`b", "<code>a&#96;b</code>")]
    [InlineData(" a", "<code>&#32;a</code>")]
    [InlineData("", "<code></code>")]
    [InlineData("@team", "<code>&#64;team</code>")]
    [InlineData("a\nb", "<code>a&#10;b</code>")]
    [InlineData("\u202Etxt", "<code>&#92;u&#123;202e&#125;txt</code>")]
    public void Values_in_Markdown(string value, string markdown) => Assert.Equal(markdown, Markdown(value));

    [Theory]
    [InlineData("Rule g/c/n never matches: a, b before it (allow).", "Rule g/c/n never matches: a, b before it (allow).")]
    [InlineData("1. no list", "1&#46; no list")]
    [InlineData("- no list", "&#45; no list")]
    [InlineData("# no heading", "<code>&#35;</code> no heading")]
    [InlineData("see https://x.example and www.x.example", "see https&#58;//x.example and www&#46;x.example")]
    [InlineData("ask @team about #12 for $5", "ask <code>&#64;</code>team about <code>&#35;</code>12 for <code>&#36;</code>5")]
    [InlineData("[x](javascript:y) ![z](w)", "&#91;x&#93;(javascript&#58;y) &#33;&#91;z&#93;(w)")]
    [InlineData("<b>*bold*</b> _x_ ~y~ `z` a|b &amp; \\", "&#60;b&#62;&#42;bold&#42;&#60;/b&#62; &#95;x&#95; &#126;y&#126; &#96;z&#96; a&#124;b &#38;amp; &#92;")]
    [InlineData("Standard_D4ds_v5 aks-egress", "Standard_D4ds_v5 aks-egress")]
    [InlineData("two\nlines  here ", "two&#10;lines &#32;here&#32;")]
    public void Sentences_in_Markdown(string sentence, string markdown) => Assert.Equal(markdown, Markdown(new Prose(sentence)));

    [Fact]
    public void What_has_no_form_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => Html(1.5));
        Assert.Throws<NotSupportedException>(() => Markdown(1.5));
    }

    private static void AssertHtml(string text)
    {
        foreach (var value in (object[])[text, new Prose(text)])
        {
            var html = Html(value);
            Assert.DoesNotMatch("[<>\"'\\n]", html);
            using var reader = XmlReader.Create(new StringReader($"<!DOCTYPE html><p title=\"{html}\" lang='{html}'>{html}</p>"), _settings);
            var element = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            NastyText.AssertSame([Visible(text), Visible(text), Visible(text)], [element.Value, element.Attribute("title")!.Value, element.Attribute("lang")!.Value]);
        }
    }

    private static void AssertMarkdown(string text)
    {
        var code = Markdown(text);
        var sentence = Markdown(new Prose(text));
        Assert.Matches(@"\A(`[A-Za-z0-9 .,:;\-_/*+=()%→…×]+`|<code>[^<>`|\n\r\[\]*~\\]*</code>)\z", code);
        // No reader of Markdown sees anything in it but text, numbers of characters and the code around what GitHub would link.
        Assert.Matches(@"\A(?:[^<>&`|\n\r\[\]{}*~\\@#$!""^=+]|&#[0-9]+;|<code>&#[0-9]+;</code>)*\z", sentence);
        Assert.DoesNotMatch(@"\A([-+>#=]|[0-9]+[.)])|\bwww\.|https?:/|^ |  | \z|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", sentence);
        NastyText.AssertSame([Visible(text), Visible(text)], [WebUtility.HtmlDecode(code.StartsWith('`') ? code[1..^1] : code["<code>".Length..^"</code>".Length]), WebUtility.HtmlDecode(Code().Replace(sentence, ""))]);
    }

    /// <summary>What cannot be seen or said is shown by its number.</summary>
    private static string Visible(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value != '\n' && InvisibleCharacters.Contains(rune) ? InvisibleCharacters.Show(rune) : rune.ToString()));

    private static string Html(object value) => Written(new HtmlWriter(), value);

    private static string Markdown(object value) => Written(new MarkdownWriter(), value);

    private static string Written(IValueWriter writer, object value)
    {
        var output = new StringBuilder();
        writer.Write(output, value, 0);
        return output.ToString();
    }

    [GeneratedRegex("</?code>")]
    private static partial Regex Code();
}

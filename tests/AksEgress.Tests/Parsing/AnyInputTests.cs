using System.Text;
using AksEgress.Diagnostics;
using AksEgress.Parsing;
using CsCheck;

namespace AksEgress.Tests.Parsing;

/// <summary>No input, whatever its bytes, ends in an exception. On a failure CsCheck prints the seed.</summary>
public sealed class AnyInputTests
{
    private const string Alphabet = "{}[]:,-#&*!|>'\"%@`?~ \n\t\r.0123456789/abcnetworksubnetsrules\u0085\u2028\uFEFFé🙂\0";

    private static readonly Gen<string> _text = Gen.Char[Alphabet].Array[0, 200].Select(characters => new string(characters));

    [Fact]
    public void Any_bytes_are_read_or_reported() => Gen.Byte.Array[0, 300].Sample(Check, iter: 20_000);

    [Fact]
    public void Any_text_of_yamls_own_characters_is_read_or_reported() => _text.Sample(text => Check(Encoding.UTF8.GetBytes(text)), iter: 20_000);

    [Fact]
    public void Any_mutation_of_a_good_document_is_read_or_reported() =>
        Gen.Select(Gen.Int[0, RichDocument.Text.Length - 1], Gen.Int[0, 60], _text)
            .Sample(
                (start, length, text) =>
                {
                    var end = Math.Min(start + length, RichDocument.Text.Length);
                    Check(Encoding.UTF8.GetBytes(RichDocument.Text[..start] + text + RichDocument.Text[end..]));
                },
                iter: 2_000);

    [Fact]
    public void Any_beginning_of_a_good_document_is_read_or_reported() =>
        Assert.All(Enumerable.Range(0, RichDocument.Text.Length), length => Check(Encoding.UTF8.GetBytes(RichDocument.Text[..length])));

    [Fact]
    public void Any_mutation_of_a_document_with_environments_is_read_or_reported() =>
        Gen.Select(Gen.Int[0, Composed.Length - 1], Gen.Int[0, 60], _text, Gen.OneOf(Gen.Byte.Array[0, 60], _text.Select(Encoding.UTF8.GetBytes), Gen.Const("allow: ['${hosts}']\ninclude: [b, a, ../a, '${tag}']"u8.ToArray())))
            .Sample(
                (start, length, text, included) => Check(Encoding.UTF8.GetBytes(Composed[..start] + text + Composed[Math.Min(start + length, Composed.Length)..]), _ => new MemoryStream(included)),
                iter: 2_000);

    private const string Composed = EnvironmentTests.Everywhere + "\ninclude: [b, 'c/${environment}']\n";

    private static void Check(byte[] bytes) => Check(bytes, _ => throw new FileNotFoundException());

    private static void Check(byte[] bytes, Func<string, Stream> open)
    {
        var document = TopologyDocument.Parse(bytes, "a", open);
        if (document.Environments.Count < 2)
        {
            Assert.NotEqual(document.Topology is null, !document.Diagnostics.HasErrors);
        }

        var lines = bytes.Count(value => value is (byte)'\n' or (byte)'\r') + Encoding.UTF8.GetString(bytes).Count(c => c is '\u0085' or '\u2028' or '\u2029') + 1;
        foreach (var finding in document.Validate())
        {
            Assert.True(document.IncludedFiles.Contains(finding.Span.File!) || IsInside(finding.Span, lines), finding.ToString());
            Assert.NotEmpty(finding.Message);
        }
    }

    private static bool IsInside(SourceSpan span, int lines) =>
        span == SourceSpan.WholeFile("a")
        || (span.File == "a" && span.Line >= 1 && span.Column >= 1 && span.EndLine <= lines && (span.EndLine > span.Line || (span.EndLine == span.Line && span.EndColumn >= span.Column)));
}

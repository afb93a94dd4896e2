using System.CommandLine;

namespace AksEgress.CommandLine.Commands;

/// <summary>The forms of output, as the option <c>--format</c> names them.</summary>
internal static class OutputFormat
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Sarif = "sarif";
    public const string Markdown = "markdown";
    public const string Html = "html";

    private const string Name = "--format";

    /// <summary>What a command was asked for.</summary>
    public static string Of(ParseResult arguments) => arguments.GetValue<string>(Name)!;

    /// <summary>The option, with the first as default.</summary>
    public static Option<string> Option(params string[] formats)
    {
        var option = new Option<string>(Name) { Description = "Form of the output.", DefaultValueFactory = _ => formats[0] };
        return option.AcceptOnlyFromAmong(formats);
    }
}

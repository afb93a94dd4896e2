using System.Text;

namespace AksEgress.Rendering.Views;

/// <summary>Expressions with data in them, every piece of data escaped.</summary>
internal static class BicepText
{
    private static readonly BicepWriter _writer = new();

    /// <summary>A Bicep string with this text.</summary>
    public static string Literal(string text)
    {
        var output = new StringBuilder();
        _writer.Write(output, text, 0);
        return output.ToString();
    }

    /// <summary>
    /// The name of element <c>i</c> of a loop, as <see cref="Model.FrontendNames"/> numbers them. One string, because Bicep's formatter breaks longer
    /// expressions by their length.
    /// </summary>
    public static BicepExpression Numbered(string name) => new($"{Literal(name)[..^1]}${{i == 0 ? '' : '-${{i + 1}}'}}'");
}

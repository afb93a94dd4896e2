using System.Text.RegularExpressions;
using System.Xml.Linq;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Tests.Parsing.Schema;

/// <summary>The comments of the model as plain text.</summary>
internal sealed partial class ModelComments
{
    private readonly Dictionary<string, XElement> _members =
        XDocument.Load(Path.ChangeExtension(typeof(EgressTopology).Assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    public string? Of(Type type) => Text($"T:{type.FullName}");

    /// <summary>The comment of a member, which may be inherited; suppressions, which every mapping takes, are the root's.</summary>
    public string? Of(Type type, string member) =>
        Text($"P:{type.FullName}.{member}")
        ?? (type.BaseType is { } parent && parent != typeof(object) ? Of(parent, member) : null)
        ?? (type == typeof(EgressTopology) ? Text($"P:{typeof(RuleSet).FullName}.{member}") ?? Text($"P:{typeof(DocumentEnvironments).FullName}.{member}") : null)
        ?? (member == nameof(EgressTopology.Suppress) ? Text($"P:{typeof(EgressTopology).FullName}.{member}") : null);

    private string? Text(string id) => _members.TryGetValue(id, out var member) && member.Element("summary") is { } summary
        ? WhiteSpace().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim()
        : null;

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref")?.Value is { } reference => DocumentWord.OfMember(reference.Split('.')[^1]),
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation;
using EndpointSet = AksEgress.Model.EndpointSet;

namespace AksEgress.CommandLine.Init;

/// <summary>What a first topology says. Its parts are checked before they get here, so that none needs quotes.</summary>
internal sealed partial record NewTopology(string Name, string Location, Cidr ClusterPrefix, IReadOnlyList<EndpointSet> Allow)
{
    /// <summary>The topology where nothing else was said: Azure's own article in small. The templates say the same.</summary>
    public static NewTopology Default { get; } = new("aks-egress", "eastus", Cidr.Parse("10.42.1.0/24"), [EndpointSet.Aks]);

    private static readonly string _template = NewProject.ReadTemplate("yaml/src/topology-name.egress.yaml");

    /// <summary>The words for <see cref="Allow"/>.</summary>
    public static IReadOnlyDictionary<string, EndpointSet> Sets { get; } = Enum.GetValues<EndpointSet>().ToDictionary(WordOf);

    /// <summary>The schema that editors find beside the document, without a network.</summary>
    public const string SchemaFile = "egress.schema.json";

    public string FileName => Name + ".egress.yaml";

    /// <summary>Why a name is none, or null.</summary>
    public static string? NameProblem(string name) =>
        NamePattern().IsMatch(name) ? null : $"'{name}' is no name for a topology. Write lower-case letters, digits and hyphens, 1 to 40 characters, the first a letter.";

    /// <summary>The name of a topology in a folder, as the templates make it of the project's name.</summary>
    public static string NameOf(string folder)
    {
        var name = NotInNames().Replace(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).ToLowerInvariant(), "-").TrimStart([.. "-0123456789"]);
        return (name.Length > 40 ? name[..40] : name).TrimEnd('-') is { Length: > 0 } some ? some : Default.Name;
    }

    /// <summary>Why a location is none, or null.</summary>
    public static string? LocationProblem(string location) =>
        LocationPattern().IsMatch(location) ? null : $"'{location}' is no Azure region. Write its short name, such as westeurope.";

    /// <summary>Why a prefix is none for a cluster, or null.</summary>
    public static string? PrefixProblem(string text) =>
        !Cidr.TryParse(text, out var prefix, out var problem) ? problem.Message
        : prefix.Length is < AddressPlan.LeastLength or > 30 ? $"'{text}' leaves no room for a cluster or a firewall. Write a prefix such as 10.42.1.0/24."
        : !KnownRanges.Private.Contains(AddressPlan.Around(prefix).Space) ? $"The network around '{text}' would take public addresses, which then could not be reached. Write a prefix out of {string.Join(", ", Limits.Known.PrivateRanges.Cidrs)}, such as 10.42.1.0/24."
        : null;

    public static string WordOf(EndpointSet set) => JsonNamingPolicy.KebabCaseLower.ConvertName(set.ToString());

    /// <summary>The document.</summary>
    public string ToDocument() => Fill(_template);

    /// <summary>A text of the templates with the answers in place of the words that stand for them there.</summary>
    public string Fill(string text)
    {
        var plan = AddressPlan.Around(ClusterPrefix);
        return TemplateWords().Replace(text, word => word.Value switch
        {
            "EgressTemplate" or "topology-name" => Name,
            "eastus" => Location,
            "0.0.0-template" => NewProject.Version,
            "10.42.0.0/16" => plan.Space.ToString(),
            "10.42.1.0/24" => plan.Cluster.ToString(),
            "10.42.2.0/26" => plan.Firewall.ToString(),
            "allow: [aks]" => $"allow: [{string.Join(", ", Allow.Select(WordOf))}]",
            _ => $"Allow = [{string.Join(", ", Allow.Select(set => $"{nameof(EndpointSet)}.{set}"))}]",
        });
    }

    [GeneratedRegex(@"EgressTemplate|topology-name|eastus|0\.0\.0-template|10\.42\.0\.0/16|10\.42\.1\.0/24|10\.42\.2\.0/26|allow: \[aks\]|Allow = \[EndpointSet\.Aks\]")]
    private static partial Regex TemplateWords();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();

    [GeneratedRegex("^[a-z0-9]{2,40}$")]
    private static partial Regex LocationPattern();
}

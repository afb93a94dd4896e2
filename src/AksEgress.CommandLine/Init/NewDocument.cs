using System.Text.Json;
using System.Text.RegularExpressions;
using AksEgress.Knowledge;
using AksEgress.Model;
using AksEgress.Validation;
using EndpointSet = AksEgress.Model.EndpointSet;

namespace AksEgress.CommandLine.Init;

/// <summary>What a first document says. Its parts are checked before they get here, so that none needs quotes.</summary>
internal sealed partial record NewDocument(string Name, string Location, Cidr ClusterPrefix, IReadOnlyList<EndpointSet> Allow)
{
    /// <summary>The document where nothing else was said: Azure's own article in small.</summary>
    public static NewDocument Default { get; } = new("aks-egress", "eastus", Cidr.Parse("10.42.1.0/24"), [EndpointSet.Aks]);

    /// <summary>The words for <see cref="Allow"/>.</summary>
    public static IReadOnlyDictionary<string, EndpointSet> Sets { get; } = Enum.GetValues<EndpointSet>().ToDictionary(WordOf);

    /// <summary>The schema that editors find beside the document, without a network.</summary>
    public const string SchemaFile = "egress.schema.json";

    public string FileName => Name + ".egress.yaml";

    /// <summary>Why a name is none, or null.</summary>
    public static string? NameProblem(string name) =>
        NamePattern().IsMatch(name) ? null : $"'{name}' is no name for a topology. Write lower-case letters, digits and hyphens, 1 to 40 characters, the first a letter.";

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

    /// <summary>The text.</summary>
    public override string ToString()
    {
        var plan = AddressPlan.Around(ClusterPrefix);
        return $$"""
            # yaml-language-server: $schema={{SchemaFile}}
            # aks-egress validate | aks-egress build | aks-egress explain {{FileName}} mcr.microsoft.com
            name: {{Name}}
            location: {{Location}}

            network:
              addressSpace: [{{plan.Space}}]
              subnets:
                - { name: aks-subnet, prefix: {{plan.Cluster}}, role: cluster }
                - { name: AzureFirewallSubnet, prefix: {{plan.Firewall}} }

            # Named sets, and hosts of your own: { https: [api.contoso.com] }
            allow: [{{string.Join(", ", Allow.Select(WordOf))}}]

            """.ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z0-9]{2,40}$")]
    private static partial Regex LocationPattern();
}

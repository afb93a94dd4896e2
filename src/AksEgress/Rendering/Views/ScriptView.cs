using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>The deployment script.</summary>
internal static class ScriptView
{
    public static TemplateFile File(EgressTopology topology) => new("deploy.sh", OutputKind.Script, "scripts/deploy.sh", new()
    {
        ["topology"] = topology.Name,
        ["location"] = topology.Location,
        ["resource_group"] = topology.ResourceGroup,
        ["cluster"] = topology.Cluster!.Name,
        ["has_windows_nodes"] = topology.Cluster.HasWindowsNodes ? "yes" : "no",
        ["published"] = topology.Firewall!.Policy!.RuleCollectionGroups!
            .SelectMany(group => group.Collections)
            .OfType<DnatRuleCollection>()
            .SelectMany(collection => collection.Rules)
            .SelectMany(rule => rule.Destination!.Where(destination => destination.Frontend is not null).Select(destination => Published(topology, rule, destination.Frontend!.Value)))
            .ToList(),
    });

    private static ScriptObject Published(EgressTopology topology, DnatRule rule, int frontend) => new()
    {
        ["name"] = rule.Name,
        ["scheme"] = rule.Protocols!.Contains(RuleProtocol.Tcp) ? SchemeOf(rule.Port.First) : "none",
        ["public_ip"] = FrontendNames.Of(topology.Firewall!.Frontends!.Name!, frontend),
        ["port"] = rule.Port.First,
    };

    /// <summary>How the check asks: by the ports that are customary for HTTP and HTTPS; nothing is known of others.</summary>
    private static string SchemeOf(int port) => port switch { 80 or 8080 => "http", 443 or 8443 => "https", _ => "none" };
}

using System.Globalization;
using AksEgress.Analysis;
using AksEgress.Model;
using Scriban.Runtime;
using static AksEgress.Rendering.Report.ReportWords;

namespace AksEgress.Rendering.Report;

/// <summary>The rules in the order in which Azure evaluates them: DNAT, network, application; in each groups by priority, then collections by priority, then rules as they stand.</summary>
internal sealed class RuleView
{
    private readonly string _frontendName;
    private readonly ILookup<(FlowStage, RuleReference), ShadowedRule> _shadowed;
    private readonly List<(RuleCollectionGroup Group, RuleCollection Collection)> _collections;

    public RuleView(ReportSource source)
    {
        _frontendName = source.Firewall.Frontends!.Name!;
        Shadows = source.Analysis.FindShadowedRules();
        _shadowed = Shadows.Rules.ToLookup(rule => (rule.Stage, rule.Rule));
        _collections =
        [
            .. from ruleGroup in source.Firewall.Policy!.RuleCollectionGroups!
               orderby ruleGroup.Priority.Value
               from collection in ruleGroup.Collections.OrderBy(collection => collection.Priority.Value)
               select (ruleGroup, collection),
        ];
    }

    /// <summary>The rules that do less than they say.</summary>
    public ShadowReport Shadows { get; }

    /// <summary>The three stages, also those without rules.</summary>
    public List<ScriptObject> Stages() =>
    [
        Stage<DnatRuleCollection>("DNAT", "Inbound: what comes to a frontend is translated, and what is translated is allowed.", Rules),
        Stage<NetworkRuleCollection>("Network", "By address, protocol and port. A match here ends it: application rules are not asked.", Rules),
        Stage<ApplicationRuleCollection>("Application", "By host over HTTP and HTTPS. What matches nothing here meets Azure's own infrastructure rules, then is denied.", Rules),
    ];

    private ScriptObject Stage<T>(string name, string meaning, Func<RuleReference, T, IEnumerable<ScriptObject>> rules)
        where T : RuleCollection
    {
        var number = 0;
        var collections = new List<ScriptObject>();
        foreach (var (group, collection) in _collections)
        {
            if (collection is T some)
            {
                var rows = rules(new(group.Name, collection.Name, ""), some).ToList();
                rows.ForEach(row => row["number"] = ++number);
                collections.Add(new()
                {
                    ["name"] = collection.Name,
                    ["group"] = group.Name,
                    ["priorities"] = string.Create(CultureInfo.InvariantCulture, $"{group.Priority.Value} / {collection.Priority.Value}"),
                    ["action"] = new Prose(ActionOf(collection)),
                    ["rules"] = rows,
                });
            }
        }

        return new()
        {
            ["name"] = new Prose(name),
            ["meaning"] = new Prose(meaning),
            ["count"] = new Prose(Count(number, "rule")),
            ["tables"] = number == 0 ? [] : (List<ScriptObject>)[new() { ["collections"] = collections }],
        };
    }

    private IEnumerable<ScriptObject> Rules(RuleReference collection, DnatRuleCollection rules) => rules.Rules.Select(rule => Row(
        FlowStage.Dnat,
        collection with { Name = rule.Name },
        rule.Description,
        rule.Source!,
        [Service(rule.Protocols!, [rule.Port])],
        rule.Destination!.Select(destination =>
            $"{(destination.Frontend is { } frontend ? FrontendNames.Of(_frontendName, frontend) : destination.ToString())} → {rule.TranslatedAddress?.ToString() ?? rule.TranslatedFqdn?.ToString()}:{rule.TranslatedPort}")));

    private IEnumerable<ScriptObject> Rules(RuleReference collection, NetworkRuleCollection rules) => rules.Rules.Select(rule => Row(
        FlowStage.Network,
        collection with { Name = rule.Name },
        rule.Description,
        rule.Source!,
        [Service(rule.Protocols, rule.Ports)],
        [.. Texts(rule.Destination!), .. Texts(rule.ServiceTags!), .. Texts(rule.Fqdns!)]));

    private IEnumerable<ScriptObject> Rules(RuleReference collection, ApplicationRuleCollection rules) => rules.Rules.Select(rule => Row(
        FlowStage.Application,
        collection with { Name = rule.Name },
        rule.Description,
        rule.Source!,
        Texts(rule.Protocols!),
        [.. Texts(rule.Fqdns!), .. Texts(rule.FqdnTags!)]));

    private ScriptObject Row(FlowStage stage, RuleReference rule, string? description, ValueList<AddressRange> source, IEnumerable<string> services, IEnumerable<string> destinations)
    {
        var marks = _shadowed[(stage, rule)].Select(ShadowView.Mark).ToList();
        return new()
        {
            ["name"] = rule.Name,
            ["descriptions"] = Maybe(description is null ? null : new Prose(description)),
            ["sources"] = Texts(source).ToList(),
            ["services"] = services.ToList(),
            ["destinations"] = destinations.ToList(),
            ["marks"] = marks,
            ["class"] = marks.Count == 0 ? "rule" : $"rule is-{marks[0]["class"]}",
        };
    }

    private static string ActionOf(RuleCollection collection) => collection switch
    {
        NetworkRuleCollection network => DocumentWord.Of(network.Action!.Value),
        ApplicationRuleCollection application => DocumentWord.Of(application.Action!.Value),
        _ => "translate",
    };

    private static string Service(IEnumerable<RuleProtocol> protocols, IEnumerable<PortRange> ports) => $"{string.Join(", ", protocols.Select(DocumentWord.Of))}: {string.Join(", ", ports)}";

    private static IEnumerable<string> Texts<T>(ValueList<T> values)
        where T : struct => values.Select(value => value.ToString()!);
}

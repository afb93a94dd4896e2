using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Import;
using Xunit;

namespace AksEgress.Tests.Import;

/// <summary>What a template deploys at the same time though one has to come before the other.</summary>
public sealed class DeploymentOrderTests
{
    private const string Policy = """{ "type": "Microsoft.Network/firewallPolicies", "name": "p" }""";
    private const string Contributor = "4d97b98b-1d4f-4787-a291-c67834d212e7";
    private const string Routing = """ "properties": { "networkProfile": { "outboundType": "userDefinedRouting" } } """;

    /// <summary>Resources, and the codes and words that are found.</summary>
    public static TheoryData<string, string[]> Templates => new()
    {
        // Groups one after the other, by id, by name, and by another between them.
        { $"[ {Policy}, {Group("a")}, {Group("b", "[resourceId('Microsoft.Network/firewallPolicies/ruleCollectionGroups', 'p', 'a')]")} ]", [] },
        { $"[ {Policy}, {Group("a")}, {Group("b", "a")} ]", [] },
        { $"[ {Group("a")}, {Group("b", "a")}, {Group("c", "b")} ]", [] },
        { $"[ {Group("a")}, {Group("b")} ]", ["AKSE5020 'a' and 'b'"] },
        { $"[ {Group("a")}, {Group("b", "a")}, {Group("c", "a")} ]", ["AKSE5020 'b' and 'c'"] },
        { $"[ {Group("a")}, {Group("b").Replace("p/b", "q/b", StringComparison.Ordinal)} ]", [] },
        { $"[ {Group("a").Replace("\"p/a\"", "\"[format('{0}/{1}', parameters('policy'), 'a')]\"", StringComparison.Ordinal)}, {Group("b").Replace("\"p/b\"", "\"[format('{0}/{1}', parameters('policy'), 'b')]\"", StringComparison.Ordinal)} ]", ["AKSE5020 'a' and 'b'"] },
        { $"[ {Group("a")}, {Group("b").Replace("\"name\"", "\"condition\": \"[parameters('on')]\", \"name\"", StringComparison.Ordinal)} ]", [] },
        { $"[ {Group("a")}, {Group("b").Replace("[]", "\"[variables('waitFor')]\"", StringComparison.Ordinal)} ]", [] },
        // Loops.
        { Loop(""" "count": 3 """), ["AKSE5020 The loop"] },
        { Loop(""" "count": "[length(parameters('groups'))]", "mode": "parallel" """), ["AKSE5020 The loop"] },
        { Loop(""" "count": 3, "mode": "serial", "batchSize": 2 """), ["AKSE5020 The loop"] },
        { Loop(""" "count": 3, "mode": "Serial", "batchSize": 1 """), [] },
        { Loop(""" "count": 1 """), [] },
        // The firewall, also with a policy in a deployment of its own.
        { $"[ {Group("a")}, {Firewall()} ]", ["AKSE5021 'fw' and the rule collection group 'a'"] },
        { $"[ {Group("a")}, {Firewall("a")} ]", [] },
        { $"[ {Group("a", "fw")}, {Firewall()} ]", [] },
        { $$"""{ "rules": {{Deployment($"[ {Group("a")} ]")}}, "firewall": {{Firewall("rules")}} }""", [] },
        { $$"""{ "rules": {{Deployment($"[ {Group("a")} ]")}}, "firewall": {{Firewall("[]", "[reference('rules').outputs.policyId.value]")}} }""", [] },
        { $$"""{ "rules": {{Deployment($"[ {Group("a")} ]")}}, "firewall": {{Firewall()}} }""", ["AKSE5021 'fw'"] },
        // The cluster.
        { $"[ {Subnet}, {Cluster("nodes")} ]", [] },
        { $"[ {Subnet}, {Cluster()} ]", ["AKSE5022 'nodes'"] },
        { $"[ {Subnet}, {Cluster().Replace("userDefinedRouting", "loadBalancer", StringComparison.Ordinal)} ]", [] },
        { $"[ {Role()}, {Cluster()} ]", ["AKSE5022 'role'"] },
        { $"[ {Role()}, {Cluster("role")} ]", [] },
        { $"[ {Role("[reference('Microsoft.ContainerService/managedClusters/aks').identityProfile]")}, {Cluster()} ]", [] },
        { $"[ {Group("a")}, {Firewall("a")}, {Cluster()} ]", ["AKSE5023 'fw'"] },
        { $"[ {Group("a")}, {Firewall("a")}, {Cluster("fw")} ]", [] },
        { $$"""{ "rules": {{Deployment($"[ {Group("a")} ]")}}, "cluster": {{Deployment($"[ {Cluster()} ]", "rules")}} }""", [] },
        // What is none of this.
        { """[ 1, null, { "type": 1 }, { "type": "Microsoft.Network/azureFirewalls", "name": 7, "dependsOn": { "a": [ 1 ] }, "copy": [] } ]""", [] },
        { "\"[variables('all')]\"", [] },
    };

    /// <summary>The codes of all these.</summary>
    public static IEnumerable<string> Codes => Templates.SelectMany(row => row.Data.Item2).Select(expected => expected[..8]).Distinct();

    private static string Subnet => """{ "type": "Microsoft.Network/virtualNetworks/subnets", "name": "v/nodes", "properties": { "routeTable": { "id": "[resourceId('Microsoft.Network/routeTables', 'rt')]" } } }""";

    [Theory]
    [MemberData(nameof(Templates))]
    public void Is_found_in_templates(string resources, string[] expected)
    {
        using var template = JsonDocument.Parse($$"""{ "resources": {{resources}} }""");
        var findings = new DiagnosticBag();

        DeploymentOrder.Check(template.RootElement, _ => SourceSpan.None, findings);

        Assert.Equal(expected.Length, findings.Count);
        Assert.All(findings.Zip(expected), pair => Assert.Contains(pair.Second[9..], pair.First.Message, StringComparison.Ordinal));
        Assert.Equal(expected.Select(text => text[..8]), findings.Select(finding => finding.Code));
    }

    private static string Group(string name, string? dependsOn = null) =>
        $$"""{ "type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "name": "p/{{name}}", "dependsOn": [{{(dependsOn is null ? "" : $"\"{dependsOn}\"")}}] }""";

    private static string Loop(string copy) =>
        $$"""[ { "type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "name": "[format('p/{0}', parameters('groups')[copyIndex()])]", "copy": { "name": "groups", {{copy}} } } ]""";

    private static string Firewall(string? dependsOn = null, string policy = "x") =>
        $$"""{ "type": "Microsoft.Network/azureFirewalls", "name": "fw", "dependsOn": [{{(dependsOn is null or "[]" ? "" : $"\"{dependsOn}\"")}}], "properties": { "firewallPolicy": { "id": "{{policy}}" } } }""";

    private static string Cluster(string? dependsOn = null) =>
        $$"""{ "type": "Microsoft.ContainerService/managedClusters", "name": "aks", "dependsOn": [{{(dependsOn is null ? "" : $"\"{dependsOn}\"")}}], {{Routing}} }""";

    private static string Role(string principal = "x") =>
        $$"""{ "type": "Microsoft.Authorization/roleAssignments", "name": "role", "properties": { "roleDefinitionId": "/providers/x/{{Contributor}}", "principalId": "{{principal}}" } }""";

    private static string Deployment(string resources, string? dependsOn = null) =>
        $$"""{ "type": "Microsoft.Resources/deployments", "name": "d", "dependsOn": [{{(dependsOn is null ? "" : $"\"{dependsOn}\"")}}], "properties": { "expressionEvaluationOptions": { "scope": "inner" }, "template": { "resources": {{resources}} } } }""";
}

using System.Text;
using BenchmarkDotNet.Attributes;

namespace AksEgress.Benchmarks;

/// <summary>A policy of many rules in JSON: without the Bicep CLI, which only templates need. At most 500 ms for 10,000 rules.</summary>
[MemoryDiagnoser]
public class ImportBenchmarks
{
    private const string Policy = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/firewallPolicies/policy";

    private byte[] _deployed = [];
    private byte[] _predicted = [];

    [Params(1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _deployed = Encoding.UTF8.GetBytes(
            $$"""
            [
              { "id": "{{Policy}}", "location": "westeurope", "name": "policy", "provisioningState": "Succeeded", "sku": { "tier": "Standard" }, "threatIntelMode": "Alert", "type": "Microsoft.Network/FirewallPolicies" },
              {
                "etag": "1", "id": "{{Policy}}/ruleCollectionGroups/group", "name": "group", "priority": 200, "provisioningState": "Succeeded", "resourceGroup": "rg", "type": "Microsoft.Network/FirewallPolicies/RuleCollectionGroups",
                "ruleCollections": [
                  {{Collections(isDeployed: true)}}
                ]
              }
            ]
            """);
        _predicted = Encoding.UTF8.GetBytes(
            $$$"""
            {"predictedResources":[
            {"id":"{{{Policy}}}","type":"Microsoft.Network/firewallPolicies","name":"policy","apiVersion":"2024-07-01","location":"westeurope","properties":{"sku":{"tier":"Standard"},"threatIntelMode":"Alert"}},
            {"id":"{{{Policy}}}/ruleCollectionGroups/group","type":"Microsoft.Network/firewallPolicies/ruleCollectionGroups","name":"policy/group","apiVersion":"2024-07-01","properties":{"priority":200,"ruleCollections":[{{{Collections(isDeployed: false)}}}]}}
            ]}
            """);
    }

    /// <summary>As <c>az</c> prints what is deployed: with everything that is empty, a line a value.</summary>
    [Benchmark]
    public Task<TopologySource> Deployed() => ReadAsync(_deployed);

    /// <summary>As the Bicep CLI predicts what a template deploys.</summary>
    [Benchmark]
    public Task<TopologySource> Predicted() => ReadAsync(_predicted);

    private async Task<TopologySource> ReadAsync(byte[] json)
    {
        await using var reader = new TopologySourceReader();
        using var stream = new MemoryStream(json);
        var source = await reader.ReadAsync(stream, "policy.json");
        return source.Topology?.Firewall?.Policy?.RuleCollectionGroups?[0].Collections.Count == 2 ? source : throw new InvalidOperationException("The policy was not read whole.");
    }

    private string Collections(bool isDeployed) =>
        $"{Collection("network", isDeployed, Network)},{Collection("application", isDeployed, Application)}";

    private string Collection(string name, bool isDeployed, Func<int, bool, string> rule) =>
        $$"""{ "action": { "type": "Allow" }, "name": "{{name}}", "priority": {{(name == "network" ? 100 : 200)}}, "ruleCollectionType": "FirewallPolicyFilterRuleCollection", "rules": [ {{string.Join(",", Enumerable.Range(0, Rules / 2).Select(number => rule(number, isDeployed)))}} ] }""";

    private static string Network(int number, bool isDeployed) =>
        $$"""
        {
          "name": "address-{{number}}",
          "ruleType": "NetworkRule",
          "ipProtocols": [
            "TCP"
          ],
          "sourceAddresses": [
            "{{ManyRules.Source(number)}}/32"
          ],
          "destinationAddresses": [
            "{{ManyRules.Address(number)}}",
            "AzureMonitor"
          ],
          "destinationPorts": [
            "{{ManyRules.Port(number)}}"
          ]{{(isDeployed ? """
        ,
          "destinationFqdns": [],
          "destinationIpGroups": [],
          "sourceIpGroups": [],
          "description": null
        """ : "")}}
        }
        """;

    private static string Application(int number, bool isDeployed) =>
        $$"""
        {
          "name": "host-{{number}}",
          "ruleType": "ApplicationRule",
          "protocols": [
            {
              "port": 443,
              "protocolType": "Https"
            }
          ],
          "sourceAddresses": [
            "{{ManyRules.Source(number)}}/32"
          ],
          "targetFqdns": [
            "{{ManyRules.Host(number)}}"
          ]{{(isDeployed ? """
        ,
          "destinationAddresses": [],
          "fqdnTags": [],
          "httpHeadersToInsert": [],
          "sourceIpGroups": [],
          "targetUrls": [],
          "terminateTLS": false,
          "webCategories": [],
          "description": null
        """ : "")}}
        }
        """;
}

namespace AksEgress.Tests.Generation;

/// <summary>Documents with rules to service tags that are misspelled: AKSE2224, a warning by itself.</summary>
internal static class UnknownTags
{
    public const string Code = "AKSE2224";

    public const string Rule = "{ name: tag, protocols: [tcp], destination: [AzureMonitr], ports: [443] }";

    /// <summary>A document with one such rule, and with more top-level keys.</summary>
    public static string Document(string more = "") => DocumentOf($"      - {Rule}", more);

    /// <summary>A document with the rules, each a list item with its indentation.</summary>
    public static string DocumentOf(string rules, string more = "") =>
        $$"""
        name: aks-egress
        location: eastus
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
        allow: [aks]
        rules:
          - collection: tags
            kind: network
            priority: 200
            rules:
        {{rules}}
        {{more}}
        """;
}

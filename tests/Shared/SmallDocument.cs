namespace AksEgress.Tests.Shared;

/// <summary>A document with nothing but what it must have, and without a finding.</summary>
internal static class SmallDocument
{
    /// <summary>The text.</summary>
    /// <param name="name">The topology's name.</param>
    /// <param name="more">What else is said at the root.</param>
    public static string Of(string name, string more = "") =>
        $$"""
        name: {{name}}
        location: eastus
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
        allow: [aks]
        {{more}}

        """;
}

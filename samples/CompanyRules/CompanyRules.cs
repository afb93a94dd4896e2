using AksEgress.Model;

namespace Contoso;

/// <summary>What all clusters of the company may reach, and what none may.</summary>
public static class CompanyRules
{
    /// <summary>AKS itself, the company's hosts and its registry.</summary>
    public static ValueList<AllowEntry> Allowed { get; } =
    [
        EndpointSet.Aks,
        new() { Name = "company", Https = [FqdnPattern.Parse("*.contoso.com")] },
        new() { Name = "registry", Https = [FqdnPattern.Parse("contoso.azurecr.io"), FqdnPattern.Parse("*.blob.storage.azure.net")] },
    ];

    /// <summary>Names in a rule of their own, which comes before what teams allow.</summary>
    public static RuleCollection Denied { get; } = new ApplicationRuleCollection
    {
        Name = "denied",
        Priority = 100,
        Action = RuleAction.Deny,
        Rules = [new() { Name = "paste", Protocols = [ApplicationProtocol.Https], Fqdns = [FqdnPattern.Parse("*.pastebin.com"), FqdnPattern.Parse("pastebin.com")] }],
    };
}

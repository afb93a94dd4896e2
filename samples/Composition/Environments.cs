using AksEgress.Model;

namespace Contoso;

/// <summary>Three environments of one base: what is not said again stays.</summary>
public static class Environments
{
    public static EgressTopology Development { get; } = Regions.Of("shop-dev", "westeurope", 40) with
    {
        // Developers pull what they try out.
        Allow = [.. CompanyRules.Allowed, EndpointSet.DockerHub],
    };

    public static EgressTopology Stage { get; } = Regions.Of("shop-stage", "westeurope", 41);

    public static EgressTopology Production { get; } = Stage with
    {
        Name = "shop-prod",
        Firewall = new() { Frontends = new() { Count = 4 }, Zones = [1, 2, 3] },
    };
}

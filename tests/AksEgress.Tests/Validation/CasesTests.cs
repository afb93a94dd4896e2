using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

/// <summary>The topologies that the other tests render.</summary>
public sealed class CasesTests
{
    /// <summary>What the cases say on purpose, for renderers to be tested with.</summary>
    private static readonly Dictionary<string, string[]> _deliberate = new()
    {
        ["all-sets-china"] = ["AKSE2229"], // Sets that hold nothing in a cloud.
        ["all-sets-us-government"] = ["AKSE2229"],
        ["azure-hosts"] = ["AKSE2252"], // Nothing for AKS, as for the next two.
        ["minimal"] = ["AKSE2252"],
        ["secret-words"] = ["AKSE2252"],
        ["autoscaled-pools"] = ["AKSE2423"], // kubenet.
        ["load-balancer-outbound"] = ["AKSE2440", "AKSE2443"], // No role assignment at all, and no route.
        ["long-names"] = ["AKSE2618"], // A registry that nothing allows, as in the next two.
        ["long-names-system-assigned"] = ["AKSE2618"],
        ["services-in-namespaces"] = ["AKSE2618", "AKSE2619"],
        ["one-route-table"] = ["AKSE2443"],
        ["two-route-tables"] = ["AKSE2313"], // A route for a service tag.
    };

    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void A_case_has_no_finding(string name) => Assert.DoesNotContain(Case.Read(name).Validate(), finding => !(_deliberate.GetValueOrDefault(name) ?? []).Contains(finding.Code));
}

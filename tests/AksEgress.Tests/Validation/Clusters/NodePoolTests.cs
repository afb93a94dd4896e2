namespace AksEgress.Tests.Validation.Clusters;

/// <summary>Numbers of nodes: at the bound silent, one beside it reported.</summary>
public sealed class NodePoolTests
{
    [Theory]
    [InlineData("minCount: 3", "AKSE2404")]
    [InlineData("maxCount: 5", "AKSE2404")]
    [InlineData("minCount: 3, maxCount: 3", "")]
    [InlineData("minCount: 3, maxCount: 5", "")]
    [InlineData("minCount: 5, maxCount: 3", "AKSE2404")]
    [InlineData("minCount: 1, maxCount: 1000", "")]
    [InlineData("minCount: 1, maxCount: 1001", "AKSE2404")]
    [InlineData("minCount: 0, maxCount: 5", "AKSE2404")]
    [InlineData("minCount: 1, maxCount: 5", "")]
    [InlineData("minCount: 3, maxCount: 5, count: 2", "AKSE2404")]
    [InlineData("minCount: 3, maxCount: 5, count: 3", "")]
    [InlineData("minCount: 3, maxCount: 5, count: 5", "")]
    [InlineData("minCount: 3, maxCount: 5, count: 6", "AKSE2404")]
    [InlineData("minCount: [], maxCount: 1001", "AKSE1011")]
    [InlineData("minCount: 1001, maxCount: []", "AKSE1011")]
    [InlineData("minCount: 3, maxCount: 5, count: []", "AKSE1011")]
    [InlineData("count: 1000", "")]
    [InlineData("count: 1001", "AKSE2403")]
    [InlineData("count: 0", "AKSE2403")]
    [InlineData("count: 1001, minCount: 3", "AKSE2404")]
    [InlineData("count: 1001, maxCount: 5", "AKSE2404")]
    public void A_system_pool_has_nodes_within_bounds(string numbers, string codes) => Assert.Equal(codes, In($"{{ name: system, {numbers} }}"));

    [Theory]
    [InlineData("count: 0", "")]
    [InlineData("minCount: 0, maxCount: 5", "")]
    [InlineData("minCount: -1, maxCount: 5", "AKSE2404")]
    public void A_user_pool_may_be_empty(string numbers, string codes) => Assert.Equal(codes, In($"{{ name: system }}, {{ name: work, mode: user, {numbers} }}"));

    private static string In(string pools) =>
        string.Join(' ', Findings.In(HelpPage.Complete($"cluster: {{ nodePools: [{pools}] }}\n")).Select(finding => finding.Code).Where(code => code is "AKSE1011" or "AKSE2403" or "AKSE2404"));
}

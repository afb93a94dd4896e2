using AksEgress.Analysis;

namespace AksEgress.Tests.Analysis.Coverage;

/// <summary>A required wildcard is covered only where every host below it is.</summary>
public sealed class WildcardCoverageTests
{
    private const string ApiServer = "*.hcp.eastus.azmk8s.io";

    [Theory]
    [InlineData("allow *.hcp.eastus.azmk8s.io", CoverageStatus.Covered)]
    [InlineData("allow *.azmk8s.io", CoverageStatus.Covered)]
    [InlineData("allow *", CoverageStatus.Covered)]
    [InlineData("allow *cp.eastus.azmk8s.io", CoverageStatus.Covered)]
    // Only some of the hosts.
    [InlineData("allow abc.hcp.eastus.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("allow *.abc.hcp.eastus.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("allow *abc.hcp.eastus.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("allow *.hcp.westus.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("allow hcp.eastus.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("", CoverageStatus.NotCovered)]
    // All hosts but some.
    [InlineData("deny abc.hcp.eastus.azmk8s.io; allow *.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("deny *.abc.hcp.eastus.azmk8s.io; allow *.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("deny *abc.hcp.eastus.azmk8s.io; allow *.azmk8s.io", CoverageStatus.NotCovered)]
    [InlineData("deny *.azmk8s.io; allow *.hcp.eastus.azmk8s.io", CoverageStatus.NotCovered)]
    // A denial that comes too late, or is for others.
    [InlineData("allow *.azmk8s.io; deny abc.hcp.eastus.azmk8s.io", CoverageStatus.Covered)]
    [InlineData("deny abc.hcp.westus.azmk8s.io; allow *.azmk8s.io", CoverageStatus.Covered)]
    [InlineData("deny hcp.eastus.azmk8s.io; allow *.azmk8s.io", CoverageStatus.Covered)]
    // What is denied below the wildcard is allowed before.
    [InlineData("allow x.abc.hcp.eastus.azmk8s.io; deny *.abc.hcp.eastus.azmk8s.io; allow *", CoverageStatus.NotCovered)]
    [InlineData("allow *.abc.hcp.eastus.azmk8s.io; deny *.abc.hcp.eastus.azmk8s.io; allow *", CoverageStatus.Covered)]
    public void A_wildcard(string rules, CoverageStatus status)
    {
        var entry = CoverageDocument.Report(Rules(rules)).Entry(ApiServer);

        Assert.Equal(status, entry.Status);
        Assert.DoesNotContain("other-", entry.Because, StringComparison.Ordinal);
        Assert.Equal(status == CoverageStatus.NotCovered, entry.Write is not null);
    }

    [Fact]
    public void The_host_that_is_denied_is_named() =>
        Assert.StartsWith("abc.hcp.eastus.azmk8s.io: ", CoverageDocument.Report(Rules("deny abc.hcp.eastus.azmk8s.io; allow *.azmk8s.io")).Entry(ApiServer).Because, StringComparison.Ordinal);

    [Fact]
    public void The_tag_holds_the_wildcard() =>
        Assert.Equal(CoverageStatus.CoveredByTag, CoverageDocument.Report("allow: [aks]").Entry(ApiServer).Status);

    [Fact]
    public void A_rule_that_denies_a_host_of_the_tag_uncovers_it() =>
        Assert.Equal(CoverageStatus.NotCovered, CoverageDocument.Report("allow: [aks]\n" + Rules("deny abc.hcp.eastus.azmk8s.io")).Entry(ApiServer).Status);

    private static string Rules(string text) => text.Length == 0 ? "" : "rules:\n" + string.Concat(text.Split("; ").Select((rule, index) =>
        $"  - {{ collection: c{index}, kind: application, priority: {100 + index}, action: {rule.Split(' ')[0]}, rules: [{{ name: r, protocols: [https], fqdns: [\"{rule.Split(' ')[1]}\"] }}] }}\n"));
}

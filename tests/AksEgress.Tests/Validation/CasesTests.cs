using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

/// <summary>The topologies that the other tests render.</summary>
public sealed class CasesTests
{
    /// <summary>Sets that hold nothing in a cloud, which the cases name on purpose.</summary>
    private const string SetInCloud = "AKSE2229";

    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void A_case_has_no_finding(string name) => Assert.DoesNotContain(Case.Read(name).Validate(), finding => finding.Code != SetInCloud);
}

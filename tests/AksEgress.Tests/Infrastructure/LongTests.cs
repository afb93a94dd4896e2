namespace AksEgress.Tests.Infrastructure;

/// <summary>The long form of the tests, which <c>.ci/run --long</c> asks for: more random cases.</summary>
internal static class LongTests
{
    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("AKSEGRESS_LONG_TESTS") == "true";
}

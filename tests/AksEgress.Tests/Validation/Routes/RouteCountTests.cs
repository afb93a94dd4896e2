using System.Globalization;

namespace AksEgress.Tests.Validation.Routes;

/// <summary>Route tables end, and frontends and kubenet's nodes count.</summary>
public sealed class RouteCountTests
{
    private const string Public = "publish: [{ service: web, port: 80, loadBalancer: public, address: 20.61.5.9 }]\n";

    [Theory]
    [InlineData(399, "", "")]
    [InlineData(400, "", "AKSE2314")]
    [InlineData(398, "{ prefix: frontends },firewall:\n  frontends: { count: 1 }\n" + Public, "")]
    [InlineData(398, "{ prefix: frontends },firewall:\n  frontends: { count: 2 }\n" + Public, "AKSE2314")]
    [InlineData(398, "{ prefix: frontends },firewall:\n  frontends: { prefixLength: 28 }\n" + Public, "")]
    [InlineData(389, ",cluster: { network: { plugin: kubenet }, nodePools: [{ name: system, count: 10 }] }\n", "AKSE2423")]
    [InlineData(390, ",cluster: { network: { plugin: kubenet }, nodePools: [{ name: system, count: 10 }] }\n", "AKSE2314 AKSE2423")]
    public void A_table_ends_at_400_routes(int others, string rest, string codes)
    {
        var routes = string.Concat(Enumerable.Range(0, others).Select(i => string.Create(CultureInfo.InvariantCulture, $", {{ prefix: 192.168.{i / 128}.{i % 128 * 2}/31 }}")));
        var parts = rest.Split(',', 2);

        Assert.Equal(codes, Codes.InRoutes($"{parts[0]}{(parts[0].Length > 0 ? ", " : "")}{{ prefix: 0.0.0.0/0 }}{routes}", parts.Length > 1 ? parts[1] : ""));
    }
}

using AksEgress.Model;

namespace AksEgress.Validation.Routes;

/// <summary>The routes that take everything that no other takes.</summary>
internal static class DefaultRoutes
{
    /// <summary>The route tables that steer nodes or pods, each once; none where the cluster does not leave by them.</summary>
    public static IEnumerable<RouteTable> Tables(ValidationContext context) => context.SteersByRoutes
        ? context.CarryingSubnets.Select(subnet => context.RouteTables.Find(subnet.RouteTable)).OfType<RouteTable>().Distinct<RouteTable>(ReferenceEqualityComparer.Instance)
        : [];

    /// <summary>The table's first route for 0.0.0.0/0, or null.</summary>
    public static Route? Of(RouteTable table) => table.Routes!.FirstOrDefault(route => route.Prefix.Prefix == Cidr.All);
}

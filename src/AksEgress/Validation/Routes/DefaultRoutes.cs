using AksEgress.Model;

namespace AksEgress.Validation.Routes;

/// <summary>The routes that take everything that no other takes.</summary>
internal static class DefaultRoutes
{
    /// <summary>The table's first route for 0.0.0.0/0, or null.</summary>
    public static Route? Of(RouteTable table) => table.Routes!.FirstOrDefault(route => route.Prefix.Prefix == Cidr.All);
}

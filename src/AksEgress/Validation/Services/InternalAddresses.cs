using AksEgress.Model;

namespace AksEgress.Validation.Services;

/// <summary>The addresses of internal load balancers with their subnets, where both are known.</summary>
internal static class InternalAddresses
{
    public static IEnumerable<(LoadBalancerService Service, Ipv4Address Address, Subnet Subnet)> Of(ValidationContext context) =>
        from service in context.Topology.Services!
        where service.LoadBalancer == LoadBalancerKind.Internal && service.Address is not null
        where !service.IsUnreadable(nameof(LoadBalancerService.LoadBalancer)) && !service.IsUnreadable(nameof(LoadBalancerService.Subnet))
        let subnet = SubnetOf(context, service)
        where subnet is not null && !subnet.IsUnreadable(nameof(Subnet.Prefix)) && context.KnowsRoles
        select (service, service.Address!.Value, subnet);

    /// <summary>The subnet that AKS puts the load balancer into: the one that is said, else that of the first pool's nodes.</summary>
    public static Subnet? SubnetOf(ValidationContext context, LoadBalancerService service) =>
        context.Subnets.Find(service.Subnet ?? context.Pools.Select(pool => pool.Subnet).FirstOrDefault());
}

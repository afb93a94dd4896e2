using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>Published services, Kubernetes Services and the connectivity check.</summary>
internal static class ServiceReader
{
    public static PublishedService ReadPublished(MappingReader reader) => new()
    {
        Service = reader.RequiredText(nameof(PublishedService.Service)),
        Namespace = reader.Text(nameof(PublishedService.Namespace)),
        Port = reader.RequiredValue<PortRange>(nameof(PublishedService.Port)),
        TargetPort = reader.Value<PortRange>(nameof(PublishedService.TargetPort)),
        Protocol = reader.Choice<TransportProtocol>(nameof(PublishedService.Protocol)),
        LoadBalancer = reader.Choice<LoadBalancerKind>(nameof(PublishedService.LoadBalancer)),
        Address = reader.Value<Ipv4Address>(nameof(PublishedService.Address)),
        Subnet = reader.Text(nameof(PublishedService.Subnet)),
        Frontend = reader.Integer(nameof(PublishedService.Frontend)),
        Source = reader.Values<AddressRange>(nameof(PublishedService.Source)),
        Selector = ReadSelector(reader),
        Origin = reader.Finish(),
    };

    public static LoadBalancerService ReadService(MappingReader reader) => new()
    {
        Name = reader.RequiredText(nameof(LoadBalancerService.Name)),
        Namespace = reader.Text(nameof(LoadBalancerService.Namespace)),
        LoadBalancer = reader.Choice<LoadBalancerKind>(nameof(LoadBalancerService.LoadBalancer)),
        Address = reader.Value<Ipv4Address>(nameof(LoadBalancerService.Address)),
        Subnet = reader.Text(nameof(LoadBalancerService.Subnet)),
        Ports = reader.RequiredNodes(nameof(LoadBalancerService.Ports), ReadPort),
        SourceRanges = reader.Values<Cidr>(nameof(LoadBalancerService.SourceRanges)),
        Selector = ReadSelector(reader),
        Origin = reader.Finish(),
    };

    public static ConnectivityCheck ReadCheck(MappingReader reader) => new()
    {
        Image = reader.RequiredText(nameof(ConnectivityCheck.Image)),
        Allowed = reader.Value<Fqdn>(nameof(ConnectivityCheck.Allowed)),
        Denied = reader.Value<Fqdn>(nameof(ConnectivityCheck.Denied)),
        Namespace = reader.Text(nameof(ConnectivityCheck.Namespace)),
        Origin = reader.Finish(),
    };

    private static ServicePort ReadPort(MappingReader reader) => new()
    {
        Port = reader.RequiredValue<PortRange>(nameof(ServicePort.Port)),
        TargetPort = reader.Value<PortRange>(nameof(ServicePort.TargetPort)),
        Protocol = reader.Choice<TransportProtocol>(nameof(ServicePort.Protocol)),
        Origin = reader.Finish(),
    };

    private static ValueList<Label>? ReadSelector(MappingReader reader) =>
        reader.Pairs(nameof(PublishedService.Selector), (name, value, origin) => new Label(name, value.Text) { Origin = origin });
}

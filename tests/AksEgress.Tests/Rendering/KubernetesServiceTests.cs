using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Tests.Infrastructure;
using k8s;
using k8s.Models;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace AksEgress.Tests.Rendering;

/// <summary>Services and namespaces, read by Kubernetes' own types with unknown keys refused.</summary>
public sealed class KubernetesServiceTests
{
    private const string Internal = "service.beta.kubernetes.io/azure-load-balancer-internal";
    private const string InternalSubnet = "service.beta.kubernetes.io/azure-load-balancer-internal-subnet";
    private const string Address = "service.beta.kubernetes.io/azure-load-balancer-ipv4";
    private const string DenyOthers = "service.beta.kubernetes.io/azure-deny-all-except-load-balancer-source-ranges";

    private static readonly ValueList<RenderedFile> _services = Case.Read("services-in-namespaces").Resolve().Render();

    public static TheoryData<string> Cases => Case.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_manifest_is_valid_and_says_who_made_it(string name) =>
        Assert.All(Case.Read(name).Resolve().Render().Where(file => file.Kind == OutputKind.Kubernetes), file =>
        {
            var objects = KubernetesYaml.LoadAllFromString(file.Content, null, strict: true);
            Assert.NotEmpty(objects);
            Assert.All(objects, item => Assert.NotEmpty(((IKubernetesObject<V1ObjectMeta>)item).Labels()["app.kubernetes.io/managed-by"]));
        });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Kubernetes_reads_text_where_it_wants_text(string name) =>
        Assert.All(Case.Read(name).Resolve().Render().Where(file => file.Kind == OutputKind.Kubernetes), file =>
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Content));
            Assert.Empty(stream.Documents.SelectMany(document => document.AllNodes.OfType<YamlMappingNode>())
                .SelectMany(mapping => mapping.Children)
                .Where(pair => ((YamlScalarNode)pair.Key).Value is "annotations" or "labels" or "selector" or "env" or "options" or "name" or "namespace" or "image" or "loadBalancerSourceRanges")
                .SelectMany(pair => Yaml11.NotText(pair.Value)));
        });

    [Fact]
    public void The_Service_of_the_walkthrough_has_the_address_that_the_DNAT_rule_sends_to()
    {
        var service = Service(Case.Read("walkthrough").Resolve().Render(), "store-front");

        Assert.Equal("LoadBalancer", service.Spec.Type);
        Assert.Null(service.Namespace());
        Assert.Equal(
            new Dictionary<string, string> { [Internal] = "true", [InternalSubnet] = "ingress-subnet", [Address] = "10.42.3.10", [DenyOthers] = "true" },
            service.Annotations());

        // DNAT hides the client behind the firewall's subnet.
        Assert.Equal(["10.42.2.0/24"], service.Spec.LoadBalancerSourceRanges);
        Assert.Equal(new Dictionary<string, string> { ["app"] = "store-front" }, service.Spec.Selector);
        Assert.Equal([("tcp-80", "TCP", 80, "8080")], service.Spec.Ports.Select(port => (port.Name, port.Protocol, port.Port, port.TargetPort.Value)));
    }

    [Fact]
    public void TCP_and_UDP_of_one_Service_share_one_address()
    {
        var service = Service(_services, "dns.store");
        Assert.Equal([("udp-53", "UDP", 53, "53"), ("tcp-53", "TCP", 53, "53")], service.Spec.Ports.Select(port => (port.Name, port.Protocol, port.Port, port.TargetPort.Value)));
        Assert.Equal("10.42.3.253", service.Annotations()[Address]);
        Assert.Equal(new Dictionary<string, string> { ["app.kubernetes.io/name"] = "dns", ["tier"] = "no" }, service.Spec.Selector);
    }

    [Fact]
    public void Services_of_one_name_in_two_namespaces_are_two_files_with_two_addresses()
    {
        var first = Service(_services, "web");
        var second = Service(_services, "web.store");
        Assert.Equal((null, "store"), (first.Namespace(), second.Namespace()));
        Assert.Equal(("10.42.3.10", "10.42.3.254"), (first.Annotations()[Address], second.Annotations()[Address]));
    }

    [Fact]
    public void A_public_Service_has_its_static_address_and_nothing_internal()
    {
        var service = Service(_services, "edge.edge");
        Assert.Equal(new Dictionary<string, string> { [Address] = "20.61.5.9" }, service.Annotations());
        Assert.Null(service.Spec.LoadBalancerSourceRanges);
        Assert.Equal("LoadBalancer", service.Spec.Type);
    }

    [Fact]
    public void A_Service_that_is_said_exactly_comes_out_exactly()
    {
        var topology = Case.Read("minimal") with
        {
            Services =
            [
                new()
                {
                    Name = "exact",
                    LoadBalancer = LoadBalancerKind.Public,
                    Ports = [new() { Port = 53, TargetPort = 5353, Protocol = TransportProtocol.Udp }],
                    SourceRanges = [Cidr.Parse("203.0.113.0/24"), Cidr.Parse("198.51.100.7/32")],
                    Selector = [new("tier", "1e3")],
                },
            ],
        };
        var service = Service(topology.Resolve().Render(), "exact");
        Assert.Equal(["203.0.113.0/24", "198.51.100.7/32"], service.Spec.LoadBalancerSourceRanges);
        Assert.Equal([("udp-53", "UDP", 53, "5353")], service.Spec.Ports.Select(port => (port.Name, port.Protocol, port.Port, port.TargetPort.Value)));
        Assert.Equal("1e3", service.Spec.Selector["tier"]);
    }

    [Fact]
    public void Namespaces_that_are_named_are_made_once_each_and_no_others()
    {
        var namespaces = KubernetesYaml.LoadAllFromString(Text(_services, "namespace"), null, strict: true);
        Assert.Equal(["store", "edge"], namespaces.Cast<V1Namespace>().Select(item => item.Name()));
        Assert.DoesNotContain(Case.Read("walkthrough").Resolve().Render(), file => file.Path == "kubernetes/namespace.yaml");
    }

    private static V1Service Service(ValueList<RenderedFile> files, string name) =>
        (V1Service)Assert.Single(KubernetesYaml.LoadAllFromString(Text(files, $"service-{name}"), null, strict: true));

    private static string Text(ValueList<RenderedFile> files, string name) => files.Single(file => file.Path == $"kubernetes/{name}.yaml").Content;
}

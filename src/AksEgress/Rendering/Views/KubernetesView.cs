using System.Globalization;
using AksEgress.Model;
using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>The Kubernetes manifests: namespaces that are named and not every cluster's, Services, and the connectivity check.</summary>
internal static class KubernetesView
{
    public static IEnumerable<TemplateFile> Files(EgressTopology topology)
    {
        var services = topology.Services!;
        var check = topology.ConnectivityCheck;
        var namespaces = services.Select(service => service.Namespace).Append(check?.Namespace).OfType<string>().Where(name => name != ConnectivityCheck.DefaultNamespace).Distinct().ToList();
        if (namespaces.Count > 0)
        {
            yield return File("namespace", "namespace", new() { ["namespaces"] = namespaces });
        }

        foreach (var service in services)
        {
            var name = service.Namespace is null ? service.Name : $"{service.Name}.{service.Namespace}";
            yield return File($"service-{name}", service.LoadBalancer == LoadBalancerKind.Public ? "service-public" : "service-internal", Service(service));
        }

        if (check is not null)
        {
            yield return File("connectivity-check", "connectivity-check", new()
            {
                ["namespace"] = check.Namespace,
                ["image"] = check.Image,
                ["allowed"] = check.Allowed!.Value.ToString(),
                ["denied"] = check.Denied!.Value.ToString(),
            });
        }
    }

    private static TemplateFile File(string name, string template, ScriptObject model) =>
        new($"kubernetes/{name}.yaml", OutputKind.Kubernetes, $"kubernetes/{template}.yaml", model);

    private static ScriptObject Service(LoadBalancerService service) => new()
    {
        ["name"] = service.Name,
        ["namespaces"] = service.Namespace is null ? [] : (string[])[service.Namespace],
        ["subnets"] = service.Subnet is null ? [] : (string[])[service.Subnet],
        ["addresses"] = service.Address is { } address ? (string[])[address.ToString()] : [],
        ["restrictions"] = service.SourceRanges!.Count == 0 ? [] : (ScriptObject[])[new() { ["ranges"] = service.SourceRanges.Select(range => range.ToString()).ToList() }],
        ["selector"] = service.Selector!.Select(label => new ScriptObject { ["name"] = label.Name, ["value"] = label.Value }).ToList(),
        ["ports"] = service.Ports.Select(port => new ScriptObject
        {
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"{Protocol(port).ToLowerInvariant()}-{port.Port.First}"),
            ["protocol"] = Protocol(port),
            ["port"] = port.Port.First,
            ["target_port"] = port.TargetPort!.Value.First,
        }).ToList(),
    };

    private static string Protocol(ServicePort port) => port.Protocol == TransportProtocol.Udp ? "UDP" : "TCP";
}

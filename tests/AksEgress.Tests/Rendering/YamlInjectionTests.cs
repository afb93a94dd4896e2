using System.Text;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Tests.Infrastructure;
using CsCheck;
using k8s;
using k8s.Models;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace AksEgress.Tests.Rendering;

/// <summary>Text comes out of the manifests as that text, or validation refuses it. Read back with two readers: YamlDotNet as text, KubernetesClient as Kubernetes' own types.</summary>
public sealed class YamlInjectionTests
{
    private static readonly EgressTopology _topology = Case.Read("services-in-namespaces");

    /// <summary>The fields of the manifests that hold a text of the topology.</summary>
    private static readonly Dictionary<string, (Func<EgressTopology, string, EgressTopology> Set, Func<EgressTopology, string> Read)> _fields = new()
    {
        ["service"] = ((topology, text) => WithService(topology, service => service with { Service = text }), topology => Manifest<V1Service>(topology, "service").Name()),
        ["namespace"] = ((topology, text) => WithService(topology, service => service with { Namespace = text }), topology => Manifest<V1Service>(topology, "service").Namespace()),
        ["namespace file"] = ((topology, text) => WithService(topology, service => service with { Namespace = text }), topology => Manifest<V1Namespace>(topology, "namespace").Name()),
        ["label name"] = ((topology, text) => WithService(topology, service => service with { Selector = [new(text, "x")] }), topology => Manifest<V1Service>(topology, "service").Spec.Selector.Single().Key),
        ["label value"] = ((topology, text) => WithService(topology, service => service with { Selector = [new("x", text)] }), topology => Manifest<V1Service>(topology, "service").Spec.Selector.Single().Value),
        ["subnet"] = (
            (topology, text) => WithService(topology with { Network = topology.Network with { Subnets = [.. topology.Network.Subnets.SkipLast(1), topology.Network.Subnets[^1] with { Name = text }] } }, service => service),
            topology => Manifest<V1Service>(topology, "service").Annotations()["service.beta.kubernetes.io/azure-load-balancer-internal-subnet"]),
        ["image"] = ((topology, text) => topology with { ConnectivityCheck = new() { Image = text } }, topology => Manifest<V1Job>(topology, "connectivity-check").Spec.Template.Spec.Containers.Single().Image),
        ["check's namespace"] = ((topology, text) => topology with { ConnectivityCheck = new() { Image = "x", Namespace = text } }, topology => Manifest<V1Job>(topology, "connectivity-check").Namespace()),
    };

    public static TheoryData<string> Fields { get; } = [.. _fields.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field(string name) => Assert.All(NastyText.All, text => ComesOut(name, text));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_with_random_text(string name) => NastyText.Gen.Sample(text => ComesOut(name, text), iter: NastyText.Iterations(100));

    [Fact]
    public void Any_scalar() => Assert.All(NastyText.All, ScalarComesOut);

    [Fact]
    public void Any_random_scalar() => NastyText.Gen.Sample(ScalarComesOut, iter: NastyText.Iterations(1000));

    private static void ComesOut(string name, string text)
    {
        var (set, read) = _fields[name];
        var topology = set(_topology, text);
        if (NastyText.IsAccepted(topology))
        {
            Assert.Equal(NastyText.Show(text), NastyText.Show(read(topology)));
        }
    }

    private static void ScalarComesOut(string text)
    {
        // No file can hold them; validation refuses them.
        if (text.Any(char.IsSurrogate) && !IsWellFormed(text))
        {
            return;
        }

        var output = new StringBuilder("key: ");
        new YamlWriter().Write(output, text, 0);
        var yaml = output.Append("\nother: x\n").ToString();

        Assert.DoesNotContain(yaml, c => c is > '\u007E' or < ' ' && c != '\n');

        // YAML's \u is a whole character: Kubernetes' own reader refuses half of a pair.
        Assert.DoesNotMatch(@"(?<!\\)(\\\\)*\\u[Dd][89A-Fa-f]", yaml);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var mapping = (YamlMappingNode)stream.Documents.Single().RootNode;
        Assert.Equal(["key", "other"], mapping.Children.Keys.Select(key => ((YamlScalarNode)key).Value));
        var scalar = (YamlScalarNode)mapping.Children["key"];
        Assert.Equal(NastyText.Show(text), NastyText.Show(scalar.Value!));
        Assert.True(Yaml11.IsText(scalar), yaml);

        // This reader takes "<<" for YAML's merge key, quoted or not; Kubernetes itself does not.
        if (text != "<<")
        {
            Assert.Equal(NastyText.Show(text), NastyText.Show((string)KubernetesYaml.Deserialize<Dictionary<string, object>>(yaml)["key"]));
        }
    }

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static EgressTopology WithService(EgressTopology topology, Func<PublishedService, PublishedService> change) =>
        topology with { Publish = [change(new() { Service = "web", Port = 80, Address = Ipv4Address.Parse("10.42.3.10") })], ConnectivityCheck = null };

    private static T Manifest<T>(EgressTopology topology, string prefix)
    {
        var file = topology.Resolve().Render().Single(file => file.Path.StartsWith($"kubernetes/{prefix}", StringComparison.Ordinal));
        return KubernetesYaml.LoadAllFromString(file.Content, null, strict: true).OfType<T>().Single();
    }
}
